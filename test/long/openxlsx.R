# Writes with R's openxlsx the workbook that otherFiles.py writes: Rscript openxlsx.R FILE
library(openxlsx)
book <- createWorkbook()
addWorksheet(book, "Data", gridLines = FALSE, tabColour = "#00AA55")
addWorksheet(book, "Two")
title <- createStyle(
  fontName = "Georgia", fontSize = 13, fontColour = "#FF0000", fgFill = "#00AA55",
  textDecoration = c("bold", "italic"), halign = "center", wrapText = TRUE, textRotation = 45,
  border = "top", borderColour = "#123456"
)
writeData(book, "Data", "title", startCol = 1, startRow = 1)
addStyle(book, "Data", title, rows = 1, cols = 1)
writeData(book, "Data", 42004, startCol = 1, startRow = 2)
addStyle(book, "Data", createStyle(numFmt = "yyyy-mm-dd"), rows = 2, cols = 1)
writeFormula(book, "Data", "YEAR(A2)", startCol = 1, startRow = 3)
mergeCells(book, "Data", cols = 3:4, rows = 1:2)
freezePane(book, "Data", firstActiveRow = 3, firstActiveCol = 2)
# It adds the 0.71 of the margins.
setColWidths(book, "Data", cols = 1, widths = 19.29)
setRowHeights(book, "Data", rows = 4, heights = 30)
writeData(book, "Two", 7)
sheetVisibility(book)[2] <- "hidden"
saveWorkbook(book, commandArgs(trailingOnly = TRUE)[1], overwrite = TRUE)
