"""Engle–Granger statistics by statsmodels 0.13.5: python3 cointegration.py > cointegration.csv

Random walks and a series that follows one of them, made here with a seed; y and the drivers are printed with each row.
"""
import numpy as np
from statsmodels.tsa.stattools import coint

random = np.random.default_rng(20261130)
print("case,lags,statistic,critical5,y,x")
for case, (rows, drivers, share) in enumerate([(60, 1, 0), (60, 1, 0.8), (120, 2, 0.5), (240, 3, 0), (240, 1, 1.5)]):
    x = np.round(np.cumsum(random.normal(size=(rows, drivers)), axis=0), 6)
    noise = np.zeros(rows)
    for t in range(1, rows):
        noise[t] = (0.6 if share else 1) * noise[t - 1] + random.normal()
    y = np.round(50 + share * x.sum(axis=1) + noise, 6)
    for lags in (0, 1, 2, 6):
        statistic, _, critical = coint(y, x, trend="c", maxlag=lags, autolag=None)
        columns = [" ".join(repr(float(v)) for v in column) for column in [y, *x.T]]
        print(f"{case},{lags},{float(statistic)!r},{float(critical[1])!r},{columns[0]},{'|'.join(columns[1:])}")
