"""The conditional formats that openpyxl reads in a workbook, as JSON: a list a sheet, by priority.

  conditionalFormats.py FILE
"""

import json
import sys

import openpyxl

RULE = "type operator text rank percent bottom aboveAverage equalAverage stdDev stopIfTrue".split()


def plain(value):
    # A flag that stands for its default is the same as none.
    return None if value in (False, None) else value


def color(one):
    return None if one is None else one.rgb


def look(style):
    if style is None:
        return None
    font, fill, border = style.font, style.fill, style.border
    return {
        "font": font and [plain(font.b), plain(font.i), plain(font.strike), font.u, color(font.color)],
        "fill": fill and color(fill.bgColor),
        "border": border and border.top and [border.top.style, color(border.top.color)],
        "format": style.numFmt and style.numFmt.formatCode,
    }


def points(values):
    return [[one.type, None if one.val is None else str(one.val).removesuffix(".0"), one.gte] for one in values]


def scale(rule):
    if rule.colorScale:
        return [points(rule.colorScale.cfvo), [color(one) for one in rule.colorScale.color]]
    if rule.dataBar:
        bar = rule.dataBar
        return [points(bar.cfvo), color(bar.color), bar.showValue, bar.minLength, bar.maxLength]
    if rule.iconSet:
        icons = rule.iconSet
        return [points(icons.cfvo), icons.iconSet, icons.showValue, plain(icons.reverse)]
    return None


def rules(sheet):
    found = []
    for area, listed in sheet.conditional_formatting._cf_rules.items():
        for rule in listed:
            facts = {name: plain(getattr(rule, name)) for name in RULE}
            # Of a rule about an average, above is what it is without a word.
            facts["aboveAverage"] = rule.aboveAverage is not False
            facts |= {"sqref": str(area.sqref), "formula": rule.formula, "look": look(rule.dxf), "scale": scale(rule)}
            found.append((rule.priority, facts))
    return [facts for _, facts in sorted(found, key=lambda pair: pair[0])]


print(json.dumps([rules(sheet) for sheet in openpyxl.load_workbook(sys.argv[1])]))
