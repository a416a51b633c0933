/*
 * The entry that Excel loads first. It must stay small and synchronous: the bundler appends to each
 * family file the calls that associate its functions with their names, so that every function is
 * there before any pane code runs (otherwise cells open as #NAME?).
 */
import "./withoutExcel";
import "./associations";

import "./attribution";
import "./backtest";
import "./bond";
import "./bondForward";
import "./bondOas";
import "./bondSpread";
import "./carry";
import "./checkInputs";
import "./couponStack";
import "./curve";
import "./curveOn";
import "./fairValue";
import "./floatingNote";
import "./flow";
import "./gapReceipt";
import "./history";
import "./historyDates";
import "./historySummary";
import "./horizon";
import "./hwFit";
import "./makeWhole";
import "./meanReversion";
import "./mortgage";
import "./mortgageHorizon";
import "./mortgageOas";
import "./mortgageSpeed";
import "./periodReturns";
import "./poolTrades";
import "./portfolio";
import "./prepayment";
import "./proas";
import "./returns";
import "./rolling";
import "./scenarios";
import "./signal";
import "./spread";
import "./spreadRisk";
import "./tbaSettle";
import "./trade";
import "./tradeTicket";
import "./validation";
import "./about";
