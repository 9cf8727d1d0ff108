//! How a table is laid out: widths, size of letters, upright or across, and what stays together.
//!
//! The engine measures exactly; this decides beforehand and roughly, from the number of characters,
//! so that a column of long texts never squeezes the others to nothing, a report of many columns
//! turns the paper, and a total never stands on a page without the line above it.

use crate::page::Paper;
use crate::table::{Alignment, Column, ColumnWidth};

/// A column whose longest text has more characters than this shares, whatever its hint.
const FIT_CHARACTERS_MAX: usize = 26;
/// A column of words is readable with this many characters in a line.
const WORDS_CHARACTERS: usize = 30;
/// A character's width as a part of the letters' size; a figure of the fonts we prefer.
const CHARACTER_WIDTH: f64 = 0.57;
/// Room left and right of a text, in points.
const CELL_PADDING_PT: f64 = 14.0;
/// Margin at the left and at the right of the paper, in points; the templates have the same.
pub(crate) const MARGIN_PT: f64 = 51.0;
/// Sizes of letters that are tried with the paper upright, and then across, in points.
const SIZES_UPRIGHT_PT: &[f64] = &[9.5, 8.5];
/// As above.
const SIZES_ACROSS_PT: &[f64] = &[9.0, 8.0, 7.0, 6.0];
/// Rows that are kept on one page at most, so that they fit on any.
const TOGETHER_ROWS_MAX: usize = 12;
/// A row with more characters than this may be broken over pages.
const ROW_CHARACTERS_MAX: usize = 500;

/// How a table is laid out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Layout {
    /// For each column its shares of the rest, 0 for as wide as its content.
    pub(crate) shares: Vec<u32>,
    /// Whether the paper lies across.
    pub(crate) is_across: bool,
    /// The size of letters in points.
    pub(crate) size_pt: f64,
}

impl Layout {
    /// Decides for a table, whose cells are looked at for their length only.
    pub(crate) fn of<'a>(
        columns: &[Column],
        rows: impl Iterator<Item = &'a [String]>,
        paper: Paper,
    ) -> Self {
        let longest = longest_texts(columns, rows);
        let mut shares: Vec<u32> = columns
            .iter()
            .zip(&longest)
            .map(|(column, &longest)| match column.width {
                ColumnWidth::Fit if longest <= FIT_CHARACTERS_MAX => 0,
                // Longer than a column of figures: words, whose room is theirs to share.
                ColumnWidth::Fit => 1,
                ColumnWidth::Share(shares) => u32::from(shares.max(1)),
            })
            .collect();
        if shares.iter().all(|&share| share == 0) {
            let words = columns
                .iter()
                .position(|column| column.alignment == Alignment::Start);
            if let Some(share) = shares.get_mut(words.unwrap_or(0)) {
                *share = 1;
            }
        }
        let wished = |size_pt: f64| -> f64 {
            let of_columns = longest.iter().zip(&shares).map(|(&longest, &share)| {
                let characters = if share == 0 {
                    longest
                } else {
                    longest.min(WORDS_CHARACTERS)
                };
                width_of(characters) * size_pt * CHARACTER_WIDTH + CELL_PADDING_PT
            });
            of_columns.sum()
        };
        let (width, height) = paper.size_pt();
        let upright = SIZES_UPRIGHT_PT.iter().map(|&size| (false, size, width));
        let across = SIZES_ACROSS_PT.iter().map(|&size| (true, size, height));
        let mut candidates = upright.chain(across);
        let fitting = candidates.find(|&(_, size, room)| wished(size) <= room - 2.0 * MARGIN_PT);
        let Some((is_across, size_pt, _)) = fitting else {
            // Nothing fits: everyone shares by need, and texts wrap.
            return Self {
                shares: longest
                    .iter()
                    .map(|&longest| shares_by_need(longest))
                    .collect(),
                is_across: true,
                size_pt: SIZES_ACROSS_PT[SIZES_ACROSS_PT.len() - 1],
            };
        };
        Self {
            shares,
            is_across,
            size_pt,
        }
    }
}

/// A number of characters as a width; far beyond any paper where it does not fit the type.
fn width_of(characters: usize) -> f64 {
    f64::from(u32::try_from(characters).unwrap_or(u32::MAX))
}

/// Shares for a column whose longest text has so many characters.
fn shares_by_need(longest: usize) -> u32 {
    u32::try_from(longest.clamp(4, WORDS_CHARACTERS)).unwrap_or(1)
}

/// For each column the characters of its longest line, label included.
fn longest_texts<'a>(columns: &[Column], rows: impl Iterator<Item = &'a [String]>) -> Vec<usize> {
    let longest_line = |text: &str| text.lines().map(|line| line.chars().count()).max();
    let label = |column: &Column| longest_line(&column.label).unwrap_or(0);
    let mut longest: Vec<usize> = columns.iter().map(label).collect();
    for row in rows {
        for (longest, text) in longest.iter_mut().zip(row) {
            *longest = (*longest).max(longest_line(text).unwrap_or(0));
        }
    }
    longest
}

/// What a row is like, for keeping rows together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RowShape {
    /// A heading, which is nothing without what follows.
    pub(crate) leads: bool,
    /// A total, which is nothing without what it sums up.
    pub(crate) sums_up: bool,
    /// The characters of all its cells.
    pub(crate) characters: usize,
}

/// What a row is held to when a page ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// So many rows from this one on stay on one page; 1 for a row that stays whole.
    Rows(usize),
    /// An earlier row holds this one.
    Held,
    /// The row may be broken, because it might be taller than a page.
    Loose,
}

/// For each row, what stays together with it.
pub(crate) fn rows_together(rows: &[RowShape]) -> Vec<Hold> {
    let mut holds = Vec::with_capacity(rows.len());
    while holds.len() < rows.len() {
        let first = holds.len();
        let mut end = first + 1;
        while end < rows.len()
            && end - first < TOGETHER_ROWS_MAX
            && (rows[end - 1].leads || rows[end].sums_up)
        {
            end += 1;
        }
        // One long text in the group could make it taller than a page; then each is on its own.
        let group = &rows[first..end];
        if group.iter().all(RowShape::is_short) {
            holds.push(Hold::Rows(group.len()));
            holds.resize(end, Hold::Held);
        } else {
            holds.extend(group.iter().map(|row| match row.is_short() {
                true => Hold::Rows(1),
                false => Hold::Loose,
            }));
        }
    }
    holds
}

impl RowShape {
    /// Whether the row is surely no taller than a small part of a page.
    fn is_short(&self) -> bool {
        self.characters <= ROW_CHARACTERS_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: RowShape = RowShape {
        leads: false,
        sums_up: false,
        characters: 40,
    };
    const HEADING: RowShape = RowShape {
        leads: true,
        ..PLAIN
    };
    const TOTAL: RowShape = RowShape {
        sums_up: true,
        ..PLAIN
    };
    const LONG: RowShape = RowShape {
        characters: ROW_CHARACTERS_MAX + 1,
        ..PLAIN
    };

    fn layout_of(columns: &[Column], row: &[&str]) -> Layout {
        let row: Vec<String> = row.iter().map(|&text| text.to_owned()).collect();
        Layout::of(columns, std::iter::once(&row[..]), Paper::A4)
    }

    #[test]
    fn an_invoice_stands_upright_and_its_words_take_the_rest() {
        let columns = [
            Column::of_words("Item"),
            Column::of_amounts("Qty"),
            Column::of_amounts("€"),
        ];
        let layout = layout_of(&columns, &["Brass lamp", "12", "1,234.50"]);
        let expected = Layout {
            shares: vec![1, 0, 0],
            is_across: false,
            size_pt: 9.5,
        };
        assert_eq!(layout, expected);
    }

    #[test]
    fn a_column_of_long_texts_shares_whatever_its_hint() {
        let columns = [Column::of_words("Item"), Column::of_codes("Code")];
        let layout = layout_of(&columns, &["Lamp", &"long ".repeat(1000)]);
        assert_eq!(layout.shares, [1, 1]);
    }

    #[test]
    fn somebody_always_takes_the_rest() {
        let columns = [Column::of_amounts("Qty"), Column::of_codes("Code")];
        assert_eq!(layout_of(&columns, &["1", "A"]).shares, [0, 1]);
        assert_eq!(layout_of(&columns[..1], &["1"]).shares, [1]);
        assert!(layout_of(&[], &[]).shares.is_empty());
    }

    #[test]
    fn a_year_of_months_lies_across() {
        let mut columns = vec![Column::of_words("Account")];
        columns.extend((1..=12).map(|month| Column::of_amounts(format!("2026-{month:02}"))));
        let row = ["Wages and salaries", "12,345.00"];
        let cells: Vec<&str> = row.iter().chain([&row[1]; 11]).copied().collect();
        let layout = layout_of(&columns, &cells);
        assert!(layout.is_across && layout.size_pt < 9.0, "{layout:?}");
    }

    #[test]
    fn where_nothing_fits_everyone_shares() {
        let columns = vec![Column::of_amounts("x"); 32];
        let layout = layout_of(&columns, &["123,456,789.00"; 32]);
        assert_eq!(layout.shares, [14; 32]);
    }

    #[test]
    fn headings_and_totals_are_never_alone() {
        use Hold::{Held, Rows};
        let invoice = [PLAIN, PLAIN, TOTAL, TOTAL];
        assert_eq!(rows_together(&invoice), [Rows(1), Rows(3), Held, Held]);
        let report = [HEADING, HEADING, PLAIN, PLAIN];
        assert_eq!(rows_together(&report), [Rows(3), Held, Held, Rows(1)]);
        assert_eq!(
            rows_together(&[HEADING, PLAIN, TOTAL]),
            [Rows(3), Held, Held]
        );
        assert_eq!(rows_together(&[]), []);
    }

    #[test]
    fn what_may_be_taller_than_a_page_may_be_broken() {
        use Hold::{Loose, Rows};
        assert_eq!(rows_together(&[LONG, PLAIN]), [Loose, Rows(1)]);
        assert_eq!(rows_together(&[LONG, TOTAL]), [Loose, Rows(1)]);
        let holds = rows_together(&[TOTAL; 30]);
        let first_of_groups = holds.iter().filter(|hold| matches!(hold, Rows(_)));
        assert_eq!(first_of_groups.count(), 3);
    }
}
