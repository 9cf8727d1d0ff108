//! Text of a CSV file, or of cells pasted from a spreadsheet, as rows of cells.

/// More rows than this are refused: a batch is one unit of work, and others wait for it.
pub(super) const ROWS_COUNT_MAX: usize = 2_000;
/// More columns than this are refused.
const COLUMNS_COUNT_MAX: usize = 200;

/// Why text is no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CellsError {
    /// There is nothing beside a heading.
    Empty,
    /// More rows than a batch may have.
    TooManyRows,
    /// A row could not be read: its number from 1.
    Unreadable(u64),
}

impl CellsError {
    /// The stable code.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Empty => "batch-empty",
            Self::TooManyRows => "batch-too-long",
            Self::Unreadable(_) => "batch-unreadable",
        }
    }

    /// What its sentence names.
    pub(super) fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty => Vec::new(),
            Self::TooManyRows => vec![("rows", ROWS_COUNT_MAX.to_string())],
            Self::Unreadable(row) => vec![("row", row.to_string())],
        }
    }
}

/// A heading and the rows below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cells {
    /// The names of the columns.
    pub(super) headings: Vec<String>,
    /// The rows; each has a cell for every heading. Rows without any content are left out.
    pub(super) rows: Vec<Vec<String>>,
}

/// Reads a table. What separates cells is looked for in the first line: a tab, as a spreadsheet
/// pastes, a semicolon, or a comma.
pub(super) fn read(text: &str) -> Result<Cells, CellsError> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let counted = [b'\t', b';', b','].map(|separator| {
        let count = first.bytes().filter(|byte| *byte == separator).count();
        (count, separator)
    });
    // Of equals the last is taken: a comma.
    let separator = counted.into_iter().max_by_key(|(count, _)| *count);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.map_or(b',', |(_, separator)| separator))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let mut number: u64 = 0;
    let mut next = || -> Result<Option<Vec<String>>, CellsError> {
        number += 1;
        let record = records.next().transpose();
        let record = record.map_err(|_| CellsError::Unreadable(number))?;
        Ok(record.map(|record| record.iter().map(|cell| cell.trim().to_owned()).collect()))
    };
    let headings = next()?.ok_or(CellsError::Empty)?;
    if headings.len() > COLUMNS_COUNT_MAX {
        return Err(CellsError::Unreadable(1));
    }
    let mut rows = Vec::new();
    while let Some(mut row) = next()? {
        if row.iter().all(String::is_empty) {
            continue;
        }
        if rows.len() >= ROWS_COUNT_MAX {
            return Err(CellsError::TooManyRows);
        }
        row.resize(headings.len(), String::new());
        rows.push(row);
    }
    if rows.is_empty() {
        return Err(CellsError::Empty);
    }
    Ok(Cells { headings, rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        read(text).unwrap().rows
    }

    #[test]
    fn a_file_and_pasted_cells_read_alike() {
        let comma = rows("\u{feff}Name,Email\r\n\"Rahman, A.\",a@example.com\r\n");
        let tab = rows("Name\tEmail\nRahman, A.\ta@example.com\n");
        let semicolon = rows("Name;Email\n\"Rahman, A.\";a@example.com");
        assert_eq!(comma, [["Rahman, A.", "a@example.com"]]);
        assert_eq!(comma, tab);
        assert_eq!(comma, semicolon);
    }

    #[test]
    fn short_rows_are_filled_and_blank_ones_left_out() {
        assert_eq!(
            rows("A,B,C\n1\n,,\n2,3,4,5\n"),
            [["1", "", ""], ["2", "3", "4"]]
        );
    }

    #[test]
    fn nothing_to_read_and_too_much_are_refused() {
        assert_eq!(read(""), Err(CellsError::Empty));
        assert_eq!(read("Name,Email\n"), Err(CellsError::Empty));
        let long = "Name\n".to_owned() + &"x\n".repeat(ROWS_COUNT_MAX + 1);
        assert_eq!(read(&long), Err(CellsError::TooManyRows));
        let longest = "Name\n".to_owned() + &"x\n".repeat(ROWS_COUNT_MAX);
        assert_eq!(rows(&longest).len(), ROWS_COUNT_MAX);
    }
}
