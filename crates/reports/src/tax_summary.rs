//! The tax summary: what was sold and bought under each tax code, and the tax on it
//! (SPEC-reports.md, 3.9).

use crate::amounts::{add, less};
use crate::basis::BasisSums;
use crate::frame::Frame;
use crate::report_table::{Cell, Label, Link, Name, ReportRow, ReportTable, RowKind};
use crate::rows::{amount_column, coded, linked, plain, row};
use crate::{Basis, ReportOptions, remarks, tax_transactions};
use books::Key;
use books::settings::TaxRate;
use ledger::arithmetic::negated;
use ledger::{Figures, FiguresError, Grouping, PostingFilter, TaxRole, TaxShare};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The name of the report.
pub(crate) const NAME: &str = "tax-summary";

/// Net and tax of sales, credit positive, and of purchases, debit positive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TaxFigures {
    pub(crate) sales_net: Decimal,
    pub(crate) sales_tax: Decimal,
    pub(crate) purchases_net: Decimal,
    pub(crate) purchases_tax: Decimal,
}

impl TaxFigures {
    /// Counts an amount, debit positive, by what it has to do with the tax.
    pub(crate) fn count(&mut self, tax: TaxShare, amount: Decimal) {
        match (tax.role, tax.is_sale) {
            (TaxRole::Net, true) => add(&mut self.sales_net, negated(amount)),
            (TaxRole::Net, false) => add(&mut self.purchases_net, amount),
            (TaxRole::Tax(_), true) => add(&mut self.sales_tax, negated(amount)),
            (TaxRole::Tax(_), false) => add(&mut self.purchases_tax, amount),
            // The other side of a tax is owed on a purchase as if it were a sale, and the reverse.
            (TaxRole::ReverseCharge(_), false) => add(&mut self.sales_tax, negated(amount)),
            (TaxRole::ReverseCharge(_), true) => add(&mut self.purchases_tax, amount),
        }
    }

    /// Adds another one's figures.
    pub(crate) fn add(&mut self, other: &Self) {
        add(&mut self.sales_net, other.sales_net);
        add(&mut self.sales_tax, other.sales_tax);
        add(&mut self.purchases_net, other.purchases_net);
        add(&mut self.purchases_tax, other.purchases_tax);
    }

    /// Tax on sales less tax on purchases: positive when it is to be paid.
    pub(crate) fn payable(&self) -> Decimal {
        less(self.sales_tax, self.purchases_tax)
    }

    fn is_zero(&self) -> bool {
        *self == Self::default()
    }
}

/// What a tax code came to: in all, and each of its components.
#[derive(Debug, Default)]
struct OfCode {
    all: TaxFigures,
    components: BTreeMap<u8, TaxFigures>,
}

/// What was sold and bought under each tax code.
///
/// # Errors
/// When the figures cannot be read.
pub fn tax_summary(
    figures: &dyn Figures,
    options: &ReportOptions,
) -> Result<ReportTable, FiguresError> {
    let frame = Frame::new(figures, options);
    let mut codes: Vec<(Key, OfCode)> = of_codes(&frame)?.into_iter().collect();
    codes.sort_by_cached_key(|(code, _)| (name_of(&frame, *code), *code));
    let mut rows = Vec::new();
    let mut total = TaxFigures::default();
    for (code, figures) in &codes {
        total.add(&figures.all);
        rows.push(code_row(&frame, *code, &figures.all));
        if figures.components.len() > 1 {
            let components = figures.components.iter();
            rows.extend(components.map(|it| component_row(&frame, *code, it)));
        }
    }
    let cells = cells(&frame, &total, None);
    rows.push(row(RowKind::GrandTotal, 0, coded("total"), cells));
    let mut own_remarks = Vec::new();
    if options.basis == Basis::Cash {
        own_remarks.push(remarks::bare("cash-basis"));
    }
    frame.table(NAME, columns().to_vec(), rows, own_remarks)
}

fn columns() -> [crate::Column; 5] {
    [
        "net-sales",
        "tax-on-sales",
        "net-purchases",
        "tax-on-purchases",
        "tax-payable",
    ]
    .map(amount_column)
}

fn of_codes(frame: &Frame<'_>) -> Result<BTreeMap<Key, OfCode>, FiguresError> {
    let period = frame.options.period;
    let filter = PostingFilter {
        tax_code: frame.options.about,
        division: frame.options.division,
        ..PostingFilter::between(period.from, period.to)
    };
    let by = Grouping {
        tax: true,
        ..Grouping::default()
    };
    let mut codes: BTreeMap<Key, OfCode> = BTreeMap::new();
    for sum in BasisSums::of(frame).sums(&filter, by)? {
        let Some(tax) = sum.tax else {
            continue;
        };
        let code = codes.entry(tax.code).or_default();
        code.all.count(tax, sum.amount);
        if let TaxRole::Tax(component) | TaxRole::ReverseCharge(component) = tax.role {
            let component = code.components.entry(component).or_default();
            component.count(tax, sum.amount);
        }
    }
    if frame.options.shows_zero {
        for code in frame.books.tax_codes.keys() {
            codes.entry(*code).or_default();
        }
    } else {
        codes.retain(|_, figures| !figures.all.is_zero());
    }
    Ok(codes)
}

fn name_of(frame: &Frame<'_>, code: Key) -> String {
    let code = frame.books.tax_codes.get(&code);
    code.map_or_else(String::new, |code| code.name.trim().to_owned())
}

fn code_row(frame: &Frame<'_>, code: Key, figures: &TaxFigures) -> ReportRow {
    let label = frame.tax_code_label(code);
    row(RowKind::Line, 0, label, cells(frame, figures, Some(code)))
}

fn component_row(
    frame: &Frame<'_>,
    code: Key,
    (position, figures): (&u8, &TaxFigures),
) -> ReportRow {
    let rate = frame.books.tax_codes.get(&code).map(|code| &code.rate);
    let name = match rate {
        Some(TaxRate::Custom(components)) => components
            .get(usize::from(*position))
            .map(|component| component.name.trim().to_owned()),
        _ => None,
    };
    let name = name.filter(|name| !name.is_empty());
    let number = || u32::from(*position).saturating_add(1).to_string();
    let label: Label = plain(Name::Own(name.unwrap_or_else(number)));
    let mut cells = cells(frame, figures, None);
    // A component has no net amount of its own: it is that of the code.
    for column in [0, 2] {
        if let Some(cell) = cells.get_mut(column) {
            *cell = Cell::Empty;
        }
    }
    row(RowKind::Line, 1, label, cells)
}

/// The figures in the order of the columns, leading to the transactions of a code.
fn cells(frame: &Frame<'_>, figures: &TaxFigures, code: Option<Key>) -> Vec<Cell> {
    let amounts = [
        figures.sales_net,
        figures.sales_tax,
        figures.purchases_net,
        figures.purchases_tax,
        figures.payable(),
    ];
    let link = code.map(|about| Link::Report {
        name: tax_transactions::NAME,
        about: Some(about),
        period: frame.options.period,
    });
    let cells = amounts.into_iter().map(|amount| {
        let cell = frame.amount(amount);
        match &link {
            Some(link) => linked(cell, link.clone()),
            None => cell,
        }
    });
    cells.collect()
}
