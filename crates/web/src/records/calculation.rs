//! What a form comes to while it is filled: line totals, taxes, the total.
//!
//! The form is read as the record it would become, and reckoned by the arithmetic that posts it
//! (`ledger::charges`), so that a form never shows another total than the books. Fields that cannot
//! be read yet count as empty.

use super::copying::read_as;
use super::form::Form;
use super::names::Names;
use super::typed::Typed;
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, DecodedRecord, decode, references};
use ledger::{ChargedTax, Charges, charges, money_charges};
use pages::forms::line_name;
use rust_decimal::Decimal;
use store::StoreError;

/// What a form comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Calculation {
    /// What each line comes to, by its number in the form.
    pub lines: Vec<(usize, String)>,
    /// Sums of columns, by the names of their fields.
    pub sums: Vec<(&'static str, String)>,
    /// The rows below the lines: words and amounts.
    pub rows: Vec<TotalRow>,
    /// Whether the document is in a foreign currency.
    pub is_foreign: bool,
}

/// A row below the lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TotalRow {
    /// What it is.
    pub label: String,
    /// How much, with its currency where that is a foreign one.
    pub amount: String,
    /// Whether it is what everything comes to.
    pub is_total: bool,
}

/// The key under which the record of a form is reckoned; it is never stored.
const RECKONED: Key = Key::from_random([0x5e; 16]);

/// Kinds that are read as an invoice of their side to be reckoned.
const READ_AS: [(Key, Key); 4] = [
    (kinds::SALES_QUOTE, kinds::SALES_INVOICE),
    (kinds::SALES_ORDER, kinds::SALES_INVOICE),
    (kinds::PURCHASE_QUOTE, kinds::PURCHASE_INVOICE),
    (kinds::PURCHASE_ORDER, kinds::PURCHASE_INVOICE),
];

/// What the record comes to. `content` is what the form would be saved as, `kept` the numbers in
/// the form of the lines that it has.
///
/// # Errors
/// When the store cannot be read.
pub(super) fn calculate(
    names: &Names<'_>,
    form: &'static Form,
    typed: &Typed,
    content: &[u8],
    kept: &[usize],
) -> Result<Calculation, StoreError> {
    let mut calculation = Calculation {
        sums: column_sums(names, form, typed)?,
        ..Calculation::default()
    };
    if form.content_type == kinds::JOURNAL_ENTRY {
        calculation.rows = journal_rows(names, form, typed)?;
        return Ok(calculation);
    }
    if form.lines.is_none_or(|lines| !lines.has_line_totals) {
        return Ok(calculation);
    }
    let Ok(record) = decode(form.content_type, content) else {
        return Ok(calculation);
    };
    let object = reckoned(form, content, &record);
    let books = books_around(names, &object)?;
    let found = match (
        books.invoices.get(&RECKONED),
        books.money_documents.get(&RECKONED),
    ) {
        (Some(invoice), _) => charges(&books, invoice).ok(),
        (None, Some(document)) => money_charges(&books, document).ok(),
        (None, None) => None,
    };
    let Some(found) = found else {
        return Ok(calculation);
    };
    let locale = names.locale;
    calculation.is_foreign = found.currency.is_some();
    calculation.lines = kept
        .iter()
        .zip(&found.lines)
        .map(|(index, line)| (*index, locale.amount(line.amount, found.decimals)))
        .collect();
    calculation.rows = rows(names, &books, &found);
    Ok(calculation)
}

/// The record of a form under the key of reckoning; quotes and orders as invoices.
fn reckoned(form: &Form, content: &[u8], record: &DecodedRecord) -> Object {
    let other = READ_AS
        .iter()
        .find(|(kind, _)| *kind == form.content_type)
        .map(|(_, other)| *other);
    let content = match (other, form.spec()) {
        (Some(other), Some(spec)) => read_as(spec, record, other),
        _ => content.to_vec(),
    };
    Object {
        key: RECKONED,
        content_type: other.unwrap_or(form.content_type),
        content,
        timestamp: None,
    }
}

/// The record with what its figures depend on: currencies, rates, tax codes and what it names.
fn books_around(names: &Names<'_>, object: &Object) -> Result<Books, StoreError> {
    let reader = names.reader();
    let mut books = BooksReader::new();
    for kind in [
        kinds::TAX_CODE,
        kinds::FOREIGN_CURRENCY,
        kinds::EXCHANGE_RATE,
    ] {
        reader.each_object(Some(kind), &mut |object| {
            books.add(&object);
            Ok(())
        })?;
    }
    let mut wanted = vec![kinds::BASE_CURRENCY];
    if let Ok(record) = decode(object.content_type, &object.content) {
        let named = references(object.content_type, &record);
        wanted.extend(named.into_iter().map(|(_, key)| key));
    }
    wanted.sort_unstable();
    wanted.dedup();
    for key in wanted {
        if let Some(named) = reader.object(key)? {
            books.add(&named);
        }
    }
    books.add(object);
    Ok(books.finish().0)
}

/// The rows below the lines of a document with taxes.
fn rows(names: &Names<'_>, books: &Books, found: &Charges) -> Vec<TotalRow> {
    let locale = names.locale;
    let plain = |label: String, amount: Decimal| TotalRow {
        label,
        amount: locale.amount(amount, found.decimals),
        is_total: false,
    };
    let mut rows = Vec::new();
    let charged = found.taxes.iter().filter(|tax| !tax.is_reverse_charged);
    let taxes: Vec<&ChargedTax> = charged.collect();
    let is_simple = taxes.is_empty() && found.withheld.is_zero() && found.rounding.is_zero();
    if !is_simple {
        rows.push(plain(locale.text("form-subtotal"), found.subtotal));
    }
    for tax in taxes {
        rows.push(plain(tax_name(books, tax), tax.amount));
    }
    if !found.withheld.is_zero() {
        rows.push(plain(locale.text("form-withholding-tax"), -found.withheld));
    }
    if !found.rounding.is_zero() {
        rows.push(plain(locale.text("form-rounding"), found.rounding));
    }
    let currency = found
        .currency
        .and_then(|key| books.foreign_currency(key))
        .map_or(&books.base_currency, |currency| currency);
    let code = &currency.code;
    let amount = locale.amount(found.total, found.decimals);
    rows.push(TotalRow {
        label: locale.text("form-total"),
        amount: if code.is_empty() {
            amount
        } else {
            format!("{code}\u{a0}{amount}")
        },
        is_total: true,
    });
    rows
}

/// What a tax is called: its code, or its component where the code has several.
fn tax_name(books: &Books, tax: &ChargedTax) -> String {
    let Some(code) = books.tax_codes.get(&tax.code) else {
        return String::new();
    };
    match &code.rate {
        books::settings::TaxRate::Custom(components) if components.len() > 1 => {
            let component = components.get(tax.component);
            let named = component.filter(|it| !it.name.trim().is_empty());
            named.map_or_else(|| code.name.clone(), |it| it.name.clone())
        }
        _ => code.name.clone(),
    }
}

/// The sum of a column, of what can be read so far.
fn column_sum(names: &Names<'_>, typed: &Typed, name: &str) -> Decimal {
    typed
        .line_indices()
        .iter()
        .filter_map(|index| {
            let typed = typed.get(&line_name(&index.to_string(), name));
            names.locale.parse_amount(typed).ok()
        })
        .fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount))
}

fn column_sums(
    names: &Names<'_>,
    form: &'static Form,
    typed: &Typed,
) -> Result<Vec<(&'static str, String)>, StoreError> {
    let Some(lines) = form.lines else {
        return Ok(Vec::new());
    };
    let decimals = names.decimals()?;
    let summed = lines
        .fields
        .iter()
        .filter(|field| lines.summed.contains(&field.number))
        .filter_map(|field| form.line_field(lines, field));
    Ok(summed
        .map(|spec| {
            let sum = column_sum(names, typed, spec.name);
            (spec.name, names.locale.amount(sum, decimals))
        })
        .collect())
}

/// What is missing between debit and credit; nothing when they are equal.
fn journal_rows(
    names: &Names<'_>,
    form: &'static Form,
    typed: &Typed,
) -> Result<Vec<TotalRow>, StoreError> {
    let Some(lines) = form.lines else {
        return Ok(Vec::new());
    };
    let mut sums = lines
        .fields
        .iter()
        .filter(|field| lines.summed.contains(&field.number))
        .filter_map(|field| form.line_field(lines, field))
        .map(|spec| column_sum(names, typed, spec.name));
    let (debit, credit) = (
        sums.next().unwrap_or_default(),
        sums.next().unwrap_or_default(),
    );
    let difference = debit.saturating_sub(credit).abs();
    if difference.is_zero() {
        return Ok(Vec::new());
    }
    Ok(vec![TotalRow {
        label: names.locale.text("form-difference"),
        amount: names.locale.amount(difference, names.decimals()?),
        is_total: true,
    }])
}
