"""Writes workbooks with openpyxl and xlsxwriter, and tells what openpyxl reads in a workbook of ours.

  otherFiles.py write FOLDER     openpyxl.xlsx and xlsxwriter.xlsx, of those that are installed
  otherFiles.py read FILE        values, formulas, looks and names, as JSON
  otherFiles.py prefixes         the functions that xlsxwriter writes with a prefix, as JSON
"""

import datetime
import json
import os
import re
import sys


def write_openpyxl(path):
    import openpyxl
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Data"
    sheet["A1"] = "title"
    sheet["A1"].font = Font(name="Georgia", size=13, bold=True, italic=True, color="FFFF0000")
    sheet["A1"].fill = PatternFill("solid", fgColor="FF00AA55")
    sheet["A1"].border = Border(top=Side("medium", color="FF123456"))
    sheet["A1"].alignment = Alignment(horizontal="center", wrap_text=True, textRotation=45)
    sheet["A2"] = datetime.date(2014, 12, 31)
    sheet["A2"].number_format = "yyyy-mm-dd"
    sheet["A3"] = "=YEAR(A2)"
    sheet.merge_cells("C1:D2")
    sheet.freeze_panes = "B3"
    sheet.column_dimensions["A"].width = 20
    sheet.row_dimensions[4].height = 30
    sheet.row_dimensions[5].hidden = True
    sheet.sheet_properties.tabColor = "FF00AA55"
    sheet.sheet_view.showGridLines = False
    book.create_sheet("Two")["A1"] = 7
    book["Two"].sheet_state = "hidden"
    book.save(path)


def write_xlsxwriter(path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    sheet, two = book.add_worksheet("Data"), book.add_worksheet("Two")
    look = {"bold": 1, "italic": 1, "font_name": "Georgia", "font_size": 13, "font_color": "#ff0000"}
    look |= {"bg_color": "#00aa55", "align": "center", "text_wrap": 1, "rotation": 45}
    look |= {"top": 2, "top_color": "#123456"}
    sheet.write("A1", "title", book.add_format(look))
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_datetime("A2", datetime.datetime(2014, 12, 31), day)
    sheet.write_formula("A3", "=YEAR(A2)", None, 2014)
    sheet.merge_range("C1:D2", "")
    sheet.freeze_panes(2, 1)
    sheet.set_column("A:A", 19.29)
    sheet.set_row(3, 30)
    sheet.set_row(4, None, None, {"hidden": 1})
    sheet.set_tab_color("#00aa55")
    sheet.hide_gridlines(2)
    two.write("A1", 7)
    two.hide()
    book.close()


def read(path):
    import openpyxl

    formulas = openpyxl.load_workbook(path)
    values = openpyxl.load_workbook(path, data_only=True)
    cells = {}
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None:
                    continue
                formula = getattr(cell.value, "text", cell.value)
                value = values[sheet.title][cell.coordinate].value
                cells[f"{sheet.title}!{cell.coordinate}"] = [str(value), str(formula), bool(cell.font.b)]
    states = {sheet.title: sheet.sheet_state for sheet in formulas}
    merged = {sheet.title: [str(one) for one in sheet.merged_cells.ranges] for sheet in formulas}
    return {"cells": cells, "states": states, "merged": merged}


def prefixes():
    import xlsxwriter.worksheet as module

    with open(module.__file__, encoding="utf8") as source:
        return sorted(set(re.findall(r"'_xlfn\.([A-Za-z0-9_.]+)\('", source.read())))


if sys.argv[1] == "write":
    for name, write in (("openpyxl", write_openpyxl), ("xlsxwriter", write_xlsxwriter)):
        try:
            write(os.path.join(sys.argv[2], name + ".xlsx"))
        except ImportError:
            print(f"skip {name}: it is not installed")
elif sys.argv[1] == "read":
    print(json.dumps(read(sys.argv[2])))
else:
    print(json.dumps(prefixes()))
