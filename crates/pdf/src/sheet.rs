//! What documents and reports have in common on their way into the engine: the page and the table.
//!
//! Everything the templates need stands in one dictionary, under the names used here; the templates
//! read it and nothing else.

use typst::foundations::{Array, Bytes, Dict, IntoValue, Value};
use unicode_segmentation::UnicodeSegmentation;

use crate::error::PdfError;
use crate::fonts::Fonts;
use crate::layout::{Hold, Layout, MARGIN_PT, RowShape, rows_together};
use crate::limits::{COLUMNS_COUNT_MAX, check_count};
use crate::logo::Logo;
use crate::page::{Direction, PageSetup};
use crate::report::RowStyle;
use crate::table::{Alignment, Column};
use crate::texts::{Marks, Texts};

/// Languages whose marks above and below the line need more room between lines.
const TALL_LANGUAGES: &[&str] = &[
    "ar", "as", "bn", "fa", "hi", "mr", "ne", "sa", "ta", "te", "ur",
];

/// Letters of the title at the foot of each page, beside the page number.
const RUNNING_LETTERS_MAX: usize = 70;

/// The dictionary that a template reads, while it is being filled.
pub(crate) struct Sheet {
    /// What stands in it so far.
    values: Dict,
    /// Texts go through here.
    pub(crate) texts: Texts,
    /// Whether there is a picture that may be shown.
    pub(crate) has_logo: bool,
    /// How many rows the table has.
    pub(crate) rows_count: usize,
    /// Whether there is a picture at all.
    pub(crate) logo_wanted: bool,
}

/// One row of a table before it is laid out.
pub(crate) struct SheetRow<'a> {
    /// How it looks.
    pub(crate) style: RowStyle,
    /// How far it stands in, from 0.
    pub(crate) level: u8,
    /// Its texts from the first column on.
    pub(crate) cells: &'a [String],
    /// Whether the first cell reaches to the last column but one: the label of a total.
    pub(crate) is_wide: bool,
}

impl Sheet {
    /// Begins with what is true of the whole paper.
    ///
    /// # Errors
    /// As [`Texts::text`].
    pub(crate) fn new(setup: &PageSetup, fonts: &Fonts, marks: Marks) -> Result<Self, PdfError> {
        let mut sheet = Self {
            values: Dict::new(),
            texts: Texts::new(setup.direction, marks),
            has_logo: false,
            rows_count: 0,
            logo_wanted: false,
        };
        let (language, region) = setup.language_and_region();
        sheet.put("tall", TALL_LANGUAGES.contains(&language.as_str()));
        sheet.put("lang", language);
        sheet.put("region", region);
        sheet.put("rtl", setup.direction == Direction::RightToLeft);
        let families: Vec<&str> = fonts.families().to_vec();
        sheet.put("fonts", families);
        let (width, height) = setup.paper.size_pt();
        sheet.put("width", width);
        sheet.put("height", height);
        sheet.put("margin", MARGIN_PT);
        sheet.put_page_numbering(setup)?;
        Ok(sheet)
    }

    /// Puts a value under a name.
    pub(crate) fn put(&mut self, name: &str, value: impl IntoValue) {
        self.values.insert(name.into(), value.into_value());
    }

    /// What the file is called, and by whom it is: in its properties, and at the foot of every page
    /// in one line, shortened where it would need two.
    pub(crate) fn put_file_names(&mut self, title: &str, author: &str) {
        let mut letters = title.graphemes(true);
        let mut running: String = letters.by_ref().take(RUNNING_LETTERS_MAX).collect();
        if letters.next().is_some() {
            running.push('…');
        }
        self.put("file-title", title);
        self.put("author", author);
        self.put("running", running);
    }

    /// The finished dictionary.
    pub(crate) fn into_parts(self) -> (Dict, Texts) {
        (self.values, self.texts)
    }

    /// The sentence with page numbers, cut where the numbers go, and the ten digits.
    fn put_page_numbering(&mut self, setup: &PageSetup) -> Result<(), PdfError> {
        let sentence = self.texts.line(&setup.page_numbering)?;
        let mut pieces = Array::new();
        let mut rest = sentence.as_str();
        while let Some(at) = rest.find("{page") {
            let (before, from) = rest.split_at(at);
            let found = ["{page}", "{pages}"]
                .into_iter()
                .enumerate()
                .find(|(_, mark)| from.starts_with(mark));
            let Some((number, mark)) = found else {
                let (text, after) = rest.split_at(at + 1);
                pieces.push(text.into_value());
                rest = after;
                continue;
            };
            pieces.push(before.into_value());
            pieces.push(i64::try_from(number).unwrap_or(0).into_value());
            rest = &from[mark.len()..];
        }
        pieces.push(rest.into_value());
        self.put("numbering", pieces);
        let zero = setup.digit_zero;
        let is_digits = zero == '0' || (zero.is_numeric() && !zero.is_ascii());
        let zero = u32::from(if is_digits { zero } else { '0' });
        let digits: Vec<String> = (zero..zero.saturating_add(10))
            .filter_map(char::from_u32)
            .map(String::from)
            .collect();
        self.put("digits", digits);
        Ok(())
    }

    /// The picture and its size, or nothing.
    pub(crate) fn put_logo(&mut self, bytes: Option<&[u8]>) {
        self.logo_wanted = bytes.is_some();
        let logo = bytes.and_then(|bytes| Some((bytes, Logo::recognise(bytes)?)));
        self.has_logo = logo.is_some();
        let value = logo.map_or(Value::None, |(bytes, logo)| {
            let mut picture = Dict::new();
            picture.insert("bytes".into(), Bytes::new(bytes.to_vec()).into_value());
            picture.insert("format".into(), logo.format.into_value());
            picture.insert("width".into(), logo.width_pt.into_value());
            picture.into_value()
        });
        self.put("logo", value);
    }

    /// The table: columns with their widths, and rows with what stays together.
    ///
    /// # Errors
    /// [`PdfError::TooMany`], [`PdfError::CellWithoutColumn`], and as [`Texts::text`].
    pub(crate) fn put_table(
        &mut self,
        columns: &[Column],
        rows: &[SheetRow<'_>],
        layout: &Layout,
    ) -> Result<(), PdfError> {
        check_count("columns", columns.len(), COLUMNS_COUNT_MAX)?;
        self.rows_count = rows.len();
        self.put("size", layout.size_pt);
        self.put("across", layout.is_across);
        let mut described = Array::new();
        for (column, &share) in columns.iter().zip(&layout.shares) {
            let mut description = Dict::new();
            description.insert("label".into(), self.texts.label(&column.label)?);
            description.insert("align".into(), word_for(column.alignment).into_value());
            description.insert("share".into(), i64::from(share).into_value());
            described.push(description.into_value());
        }
        self.put("columns", described);
        let shapes: Vec<RowShape> = rows.iter().map(SheetRow::shape).collect();
        let mut described = Array::new();
        for (index, (row, hold)) in rows.iter().zip(rows_together(&shapes)).enumerate() {
            described.push(self.row(index, row, hold, columns.len())?);
        }
        self.put("rows", described);
        Ok(())
    }

    /// One row as the templates read it; missing cells are empty ones.
    fn row(
        &mut self,
        index: usize,
        row: &SheetRow<'_>,
        hold: Hold,
        columns: usize,
    ) -> Result<Value, PdfError> {
        let (row_number, count) = (index + 1, row.cells.len());
        // The label of a wide row takes all columns but one, even where there is only one.
        if count > columns && !row.is_wide {
            return Err(PdfError::CellWithoutColumn {
                row: row_number,
                count,
                columns,
            });
        }
        let mut cells = Array::new();
        for cell in row.cells {
            cells.push(self.texts.text(cell)?);
        }
        let missing = if row.is_wide { 0 } else { columns - count };
        cells.extend(std::iter::repeat_n("".into_value(), missing));
        let mut description = Dict::new();
        description.insert("cells".into(), cells.into_value());
        description.insert("style".into(), word_for_style(row.style).into_value());
        description.insert("level".into(), i64::from(row.level).into_value());
        description.insert("wide".into(), row.is_wide.into_value());
        let hold = match hold {
            Hold::Rows(count) => i64::try_from(count).unwrap_or(1),
            Hold::Held => 0,
            Hold::Loose => -1,
        };
        description.insert("hold".into(), hold.into_value());
        Ok(description.into_value())
    }
}

impl SheetRow<'_> {
    /// What matters for keeping rows together.
    fn shape(&self) -> RowShape {
        RowShape {
            leads: self.style == RowStyle::Heading,
            sums_up: matches!(self.style, RowStyle::Subtotal | RowStyle::Total),
            characters: self.cells.iter().map(|cell| cell.chars().count()).sum(),
        }
    }
}

/// An alignment as the templates call it.
fn word_for(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::Start => "start",
        Alignment::Center => "center",
        Alignment::Figures => "figures",
    }
}

/// A style as the templates call it.
fn word_for_style(style: RowStyle) -> &'static str {
    match style {
        RowStyle::Heading => "heading",
        RowStyle::Line => "line",
        RowStyle::Subtotal => "subtotal",
        RowStyle::Total => "total",
    }
}
