"""Workbooks with conditional formats by openpyxl 3.0.9 and XlsxWriter 3.0.2, for test/xlsx/conditionalFormats.

    python3 write.py FOLDER     writes openpyxl.xlsx and xlsxwriter.xlsx there

Each column has ten cells and one rule. The lists of cells in the test that a rule finds are those of the
rule's own words (ECMA-376, 18.3.1.10 and 18.18.12), and LibreOffice paints the same ones
(test/long/conditionalFormats.js).
"""
import sys

import openpyxl
import xlsxwriter
from openpyxl.formatting.rule import (
    CellIsRule,
    ColorScaleRule,
    DataBarRule,
    FormulaRule,
    IconSetRule,
    Rule,
)
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

NUMBERS = [-3, -1, 0, 2, 5, 7, 7, 10, "Gap wide", None]
TEXTS = ["gap", "Gap wide", "the GAP", "no", "", "gaps", 7, None, "wide", "GAP"]
FILL = PatternFill(bgColor="FFFFC000")
LOOK = DifferentialStyle(fill=FILL)


def of_type(kind, **words):
    return Rule(type=kind, dxf=LOOK, **words)


RULES = {
    "A": CellIsRule(operator="greaterThan", formula=["5"], fill=FILL),
    "B": CellIsRule(operator="between", formula=["0", "5"], fill=FILL),
    "C": CellIsRule(operator="notEqual", formula=["7"], fill=FILL),
    "D": CellIsRule(operator="lessThan", formula=["$A$5"], fill=FILL),
    "E": FormulaRule(formula=["E1<D2"], fill=FILL, stopIfTrue=True),
    "F": of_type("top10", rank=3),
    "G": of_type("top10", rank=25, percent=True, bottom=True),
    "H": of_type("aboveAverage"),
    "I": of_type("aboveAverage", aboveAverage=False, stdDev=1),
    "J": of_type("containsText", operator="containsText", text="gap",
                 formula=['NOT(ISERROR(SEARCH("gap",J1)))']),
    "K": of_type("beginsWith", operator="beginsWith", text="gap", formula=['LEFT(K1,LEN("gap"))="gap"']),
    "L": of_type("notContainsText", operator="notContains", text="gap",
                 formula=['ISERROR(SEARCH("gap",L1))']),
    "M": of_type("endsWith", operator="endsWith", text="wide", formula=['RIGHT(M1,LEN("wide"))="wide"']),
    "N": of_type("duplicateValues"),
    "O": of_type("uniqueValues"),
    "P": of_type("containsBlanks", formula=["LEN(TRIM(P1))=0"]),
    "Q": CellIsRule(operator="equal", formula=['"gap wide"'], fill=FILL),
    "R": ColorScaleRule("min", None, "FFF4B16A", "num", 0, "FFFFFFFF", "max", None, "FF7FB3DF"),
    "S": ColorScaleRule("percentile", 10, "FFFFFFFF", None, None, None, "percentile", 90, "FF7FB3DF"),
    "T": DataBarRule("min", None, "max", None, "FF638EC6", showValue=False),
    "U": IconSetRule("3Arrows", "percent", [0, 33, 67], reverse=True),
}
TEXT_COLUMNS = "JKLMNOP"


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Rules"
    for column, rule in RULES.items():
        for row, value in enumerate(TEXTS if column in TEXT_COLUMNS else NUMBERS, 1):
            sheet[f"{column}{row}"] = value
        sheet.conditional_formatting.add(f"{column}1:{column}10", rule)
    looks = book.create_sheet("Looks")
    look = DifferentialStyle(
        font=Font(name=None, sz=None, bold=True, italic=False, strike=True, underline="double", color="FFC00000"),
        border=Border(top=Side("thin", color="FF123456")),
        numFmt=openpyxl.styles.numbers.NumberFormat(numFmtId=170, formatCode='0.0"!"'),
        fill=PatternFill("solid", bgColor="FF00AA55"),
    )
    looks.conditional_formatting.add("A1:A3 C1:C3", Rule(type="expression", dxf=look, formula=["A1>$B$1"]))
    looks.conditional_formatting.add("A1:A3", CellIsRule(operator="equal", formula=["Rules!$A$1"]))
    looks["A1"] = 4
    book.save(path)


def by_xlsxwriter(path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Rules")
    look = book.add_format({"bg_color": "#ffc000", "bold": True})
    for row in range(10):
        sheet.write(row, 0, row - 4)
        sheet.write(row, 1, row - 4)
    sheet.conditional_format("A1:A10", {"type": "time_period", "criteria": "last month", "format": look})
    sheet.conditional_format("A1:A10", {"type": "cell", "criteria": ">=", "value": 3, "format": look})
    sheet.conditional_format("B1:B10", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format("C1:C10", {"type": "data_bar"})
    sheet.conditional_format("D1:D10", {"type": "icon_set", "icon_style": "5_arrows", "icons": [
        {"criteria": ">", "type": "number", "value": 90}, {"criteria": ">=", "type": "percentile", "value": 60},
        {"criteria": ">=", "type": "percent", "value": 40}, {"criteria": ">=", "type": "formula", "value": "=$F$1"}]})
    sheet.conditional_format("E1:E10", {"type": "text", "criteria": "containing", "value": '5" gap', "format": look,
                                        "stop_if_true": True})
    book.close()


if __name__ == "__main__":
    by_openpyxl(f"{sys.argv[1]}/openpyxl.xlsx")
    by_xlsxwriter(f"{sys.argv[1]}/xlsxwriter.xlsx")
