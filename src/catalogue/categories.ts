/** The functions by what they are for; each stands once. */
export const categories: readonly (readonly [category: string, functions: readonly string[]])[] = [
  [
    "Spreads and the gap",
    [
      ...[
        "SPREADGAP",
        "GAPRECEIPT",
        "BENCHYIELD",
        "GSPREAD",
        "BLENDSPREAD",
        "ZSPREAD",
        "BONDSPREAD",
      ],
      ...["CONVEXITYCOST", "BREAKEVENWIDENING", "DTS", "EXPECTEDLOSS", "CAPITALCOST", "ADJSPREAD"],
    ],
  ],
  [
    "Bonds and curves",
    [
      ...[
        "BONDPRICE",
        "BONDYIELD",
        "BONDRISK",
        "BONDFLOWS",
        "BONDFORWARD",
        "CONVFACTOR",
        "BONDOAS",
      ],
      ...[
        "BONDKRD",
        "MAKEWHOLE",
        "FRNPRICE",
        "FRNMARGIN",
        "CURVETABLE",
        "CURVEFIT",
        "CURVEON",
        "HWFIT",
      ],
      ...["CARRYROLL"],
    ],
  ],
  [
    "Mortgages",
    [
      ...["MBSPRICE", "MBSYIELD", "MBSWAL", "MBSCASHFLOWS", "MBSSTATIC", "MBSZSPREAD", "MBSOAS"],
      ...[
        "MBSOASPRICE",
        "MBSKRD",
        "OASBAND",
        "COUPONSTACK",
        "COUPONSWAP",
        "PAYUP",
        "PROAS",
        "PROASFIT",
      ],
      ...["CURRENTCOUPON", "SPEED", "IMPLIEDSPEED", "FACTORSPEED", "PREPAYCPR", "PREPAYFIT"],
      ...["DOLLARROLL", "TBASETTLE"],
    ],
  ],
  [
    "History",
    [
      ...["HISTORY", "ZSCORE", "PCTRANK", "ROLLINGZ", "ROLLINGRANK", "ALIGN", "TIGHTESTSINCE"],
      ...["CLAIMCHECK", "CHECKINPUTS", "REALVOL", "SPREADBETA", "HALFLIFE", "OUFIT", "OUFORECAST"],
      ...["UNITROOT", "BREAKTEST", "FAIRVALUE", "FAIRVALUEFIT", "REGIMEPROB"],
    ],
  ],
  [
    "Returns and scenarios",
    [
      ...[
        "TOTALRETURN",
        "HORIZONRETURN",
        "BONDHORIZON",
        "MBSHORIZON",
        "BREAKEVENCPR",
        "EXCESSRETURN",
      ],
      ...["ATTRIBUTION", "PERIODRETURN", "ANNUALRETURNS", "CHAINRETURN", "SPREADRETURNS"],
      ...["SCENARIOGRID", "PROBWEIGHTED", "BREAKEVENGAP", "BREAKEVENRATE", "WHATMUSTHAPPEN"],
    ],
  ],
  [
    "Signal and trade",
    [
      ...["ROTATIONSIGNAL", "HYSTERESIS", "SWITCHEDGE", "SWITCHRATIO", "SWITCHPNL", "TRADECOST"],
      ...["POSITIONSIZE", "TRADETICKET", "KEYRATEHEDGE", "ROTATIONWEIGHTS", "BLPOSTERIOR"],
    ],
  ],
  ["Validation", ["BACKTEST", "SHARPECI", "DEFLATEDSHARPE", "PBO", "BOOTCI"]],
  ["Supply", ["NETSUPPLY", "SUPPLYIMPACT", "ISSUANCE"]],
  ["Workbook", ["ASSUMPTION", "SELFTEST", "ABOUT"]],
];
