// QuantLib's yield of a bond by Brent's method, where its own call uses a slower solver: the fairer
// of the two comparisons. Reads bonds.bin; prints one line as ../shared/limits/ql.cpp does.
#include <ql/quantlib.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
using namespace QuantLib;

int main(int argc, char** argv) {
    const int N = 100000, S = argc > 1 ? std::atoi(argv[1]) : 1000;
    std::vector<double> b(5 * N);
    FILE* f = std::fopen("bonds.bin", "rb");
    if (!f || std::fread(b.data(), 8, 5 * N, f) != (size_t)(5 * N)) return 1;
    const double *st = &b[0], *mt = st + N, *cp = mt + N, *yl = cp + N;
    const DayCounter dc = Thirty360(Thirty360::BondBasis);
    std::vector<ext::shared_ptr<FixedRateBond>> bonds(S);
    std::vector<double> price(S), ns;
    for (int i = 0; i < S; i++) {
        Schedule s(Date((int)st[i]) - 366, Date((int)mt[i]), Period(6, Months), NullCalendar(),
                   Unadjusted, Unadjusted, DateGeneration::Backward, false);
        bonds[i] = ext::make_shared<FixedRateBond>(0, 100.0, s, std::vector<Rate>{cp[i]}, dc,
                                                   Unadjusted, 100.0);
        price[i] = BondFunctions::cleanPrice(*bonds[i], yl[i], dc, Compounded, Semiannual,
                                             Date((int)st[i]));
    }
    double error = 0;
    for (int rep = 0; rep < 5; rep++) {
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < S; i++) {
            Brent solver;
            const double y = BondFunctions::yield(solver, *bonds[i], price[i], dc, Compounded,
                                                  Semiannual, Date((int)st[i]), 1e-10, 0.05);
            error = std::max(error, std::fabs(y - yl[i]));
        }
        const std::chrono::duration<double, std::nano> took =
            std::chrono::steady_clock::now() - begin;
        ns.push_back(took.count() / S);
    }
    std::sort(ns.begin(), ns.end());
    std::printf("qlcpp brent %.0f ns min %.0f err %g\n", ns[2], ns[0], error);
}
