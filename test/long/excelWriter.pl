# Writes with Perl's Excel::Writer::XLSX the workbook that otherFiles.py writes: perl excelWriter.pl FILE
use strict;
use warnings;
use Excel::Writer::XLSX;
my $book = Excel::Writer::XLSX->new($ARGV[0]) or die "no file: $!";
my $data = $book->add_worksheet("Data");
my $two = $book->add_worksheet("Two");
my $title = $book->add_format(
    font => "Georgia", size => 13, bold => 1, italic => 1, color => "#FF0000", bg_color => "#00AA55",
    align => "center", text_wrap => 1, rotation => 45, top => 1, top_color => "#123456",
);
$data->write_string("A1", "title", $title);
$data->write_number("A2", 42004, $book->add_format(num_format => "yyyy-mm-dd"));
$data->write_formula("A3", "=YEAR(A2)", undef, 2014);
$data->merge_range("C1:D2", "", $book->add_format());
$data->freeze_panes(2, 1);
$data->set_column(0, 0, 19.29);
$data->set_row(3, 30);
$data->set_row(4, undef, undef, 1);
$data->set_tab_color("#00AA55");
$data->hide_gridlines(2);
$two->write_number("A1", 7);
$two->hide();
$book->close();
