//! Columns, as documents and reports share them.

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands above it, on every page.
    pub label: String,
    /// Where its texts stand.
    pub alignment: Alignment,
    /// How much room it takes.
    pub width: ColumnWidth,
}

/// Where texts stand in their column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alignment {
    /// Where lines begin: words.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the right: amounts and quantities, so that equal digits stand below each other. At the
    /// right on a page from right to left too, because figures run the same way there.
    Figures,
}

/// A hint; a column never gets so much that another has no room left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnWidth {
    /// As wide as its longest text: amounts, dates, codes.
    #[default]
    Fit,
    /// So many shares of what the others leave: descriptions.
    Share(u8),
}

impl Column {
    /// A column of words, which takes what the others leave.
    #[must_use]
    pub fn of_words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            alignment: Alignment::Start,
            width: ColumnWidth::Share(1),
        }
    }

    /// A column of amounts, as wide as the longest.
    #[must_use]
    pub fn of_amounts(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            alignment: Alignment::Figures,
            width: ColumnWidth::Fit,
        }
    }

    /// A column of dates or codes, as wide as the longest.
    #[must_use]
    pub fn of_codes(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            alignment: Alignment::Start,
            width: ColumnWidth::Fit,
        }
    }
}
