//! Quotes, orders, invoices and notes: lines with prices, and totals as the ledger reckons them.

use super::amounts::{Amounts, reverse_charge_notes, totals};
use super::books_around::books_around;
use super::facts::{Fact, custom_facts, custom_lines};
use super::footers::footers;
use super::items::Items;
use super::settled::settled;
use super::tax_words::TaxWords;
use super::{Desk, Sheet, kind_title, offer, party, sender, too_large, typeset};
use crate::PageError;
use crate::records::words;
use books::documents::{Discount, Invoice, InvoiceLine};
use books::{Books, Key, kinds};
use interchange::{DecodedField, Shape};
use jiff::Span;
use jiff::civil::Date;
use ledger::{ChargedLine, Charges, charges};
use pdf::{Column, Document};
use rust_decimal::Decimal;
use store::StoreError;

/// What tells the eight kinds apart on paper.
struct Form {
    /// The label above the party's name.
    recipient: &'static str,
    /// The label of the amount that matters.
    due: &'static str,
}

/// The form of a kind; nothing for kinds that are no trade documents.
fn form_of(content_type: Key) -> Option<Form> {
    let (recipient, due) = match content_type {
        kinds::SALES_INVOICE => ("paper-bill-to", "paper-amount-due"),
        kinds::CREDIT_NOTE => ("paper-bill-to", "paper-amount-credited"),
        kinds::SALES_QUOTE | kinds::SALES_ORDER => ("paper-to", "paper-total"),
        kinds::PURCHASE_INVOICE => ("paper-supplier", "paper-amount-due"),
        kinds::DEBIT_NOTE | kinds::PURCHASE_QUOTE | kinds::PURCHASE_ORDER => {
            ("paper-supplier", "paper-total")
        }
        _ => return None,
    };
    Some(Form { recipient, due })
}

/// A document while it is laid out.
struct Trade<'a, 'r> {
    desk: &'a Desk<'r>,
    sheet: &'a Sheet<'a>,
    invoice: &'a Invoice,
    charges: &'a Charges,
    amounts: Amounts,
    taxes: TaxWords<'a>,
    items: Items<'a, 'r>,
}

/// The record as a document; nothing when it is of another kind, or when the ledger does not
/// reckon with it because a figure in it cannot be read.
pub(super) fn document(
    desk: &Desk<'_>,
    sheet: &Sheet<'_>,
) -> Result<Option<(Document, LineAmounts)>, PageError> {
    let Some(form) = form_of(sheet.object.content_type) else {
        return Ok(None);
    };
    let books = books_around(desk, sheet.object, false)?;
    let Some(invoice) = invoice_of(sheet, &books) else {
        return Ok(None);
    };
    let charges = charges(&books, &invoice).map_err(|_| too_large(sheet))?;
    let trade = Trade {
        desk,
        sheet,
        invoice: &invoice,
        charges: &charges,
        amounts: Amounts::new(desk, &books, charges.currency, charges.decimals),
        taxes: TaxWords::new(desk, &books)?,
        items: Items::new(desk),
    };
    Ok(Some((trade.document(&form)?, trade.line_amounts())))
}

/// What each line comes to, as finished texts: for pages that show the lines as they are stored.
#[derive(Debug, Clone, Default)]
pub(crate) struct LineAmounts {
    /// The tax of each line; nothing where no line bears any.
    pub(crate) taxes: Option<Vec<String>>,
    /// The amount of each line, discount taken off; empty for a line of words alone.
    pub(crate) amounts: Vec<String>,
}

/// The document as the ledger reads it; quotes and orders as the invoice they may become.
fn invoice_of(sheet: &Sheet<'_>, books: &Books) -> Option<Invoice> {
    match offer::invoice_kind(sheet.object.content_type) {
        Some(kind) => Some(offer::as_invoice(sheet, kind)),
        None => books.invoices.get(&sheet.object.key).cloned(),
    }
}

impl Trade<'_, '_> {
    fn document(&self, form: &Form) -> Result<Document, PageError> {
        let (desk, sheet) = (self.desk, self.sheet);
        let business = sender::business(desk)?;
        let label = desk.locale.text(form.recipient);
        let (columns, rows) = self.lines()?;
        let mut notes = reverse_charge_notes(desk, self.charges, &self.taxes);
        notes.extend(footers(desk, sheet)?);
        let settled = settled(desk, sheet, self.invoice.party, self.charges)?;
        let totals = totals(
            &self.amounts,
            self.charges,
            &self.taxes,
            self.invoice.amounts_include_tax,
            &settled,
            &desk.locale.text(form.due),
        )
        .map_err(|_| too_large(sheet))?;
        let date = sheet.date().unwrap_or(desk.today);
        let party = self.invoice.party;
        Ok(Document {
            setup: typeset::setup(desk.locale, business.country.as_deref(), date),
            title: kind_title(desk.locale, sheet),
            number: sheet.written("Reference").unwrap_or_default().to_owned(),
            facts: self.facts()?,
            recipient: party::recipient(desk, sheet, label, party)?,
            introduction: sheet.written("Description").unwrap_or_default().to_owned(),
            sender: business.sender,
            columns,
            rows,
            totals,
            notes,
            footer: String::new(),
        })
    }

    fn line_amounts(&self) -> LineAmounts {
        let has_tax = self
            .invoice
            .lines
            .iter()
            .any(|line| line.tax_code.is_some());
        let lines = self.invoice.lines.iter().zip(&self.charges.lines);
        let tax = |charged: &ChargedLine| {
            let all = charged.taxes.iter().filter(|tax| !tax.is_reverse_charged);
            let tax = all.fold(Decimal::ZERO, |all, tax| all.saturating_add(tax.amount));
            self.amounts.amount(tax)
        };
        let lines_taxes = lines.clone().map(|(line, charged)| match line.tax_code {
            Some(_) => tax(charged),
            None => String::new(),
        });
        LineAmounts {
            taxes: has_tax.then(|| lines_taxes.collect()),
            amounts: lines
                .map(|(line, charged)| self.shown_amount(line, charged))
                .collect(),
        }
    }

    /// A line of words alone has no amount to show.
    fn shown_amount(&self, line: &InvoiceLine, charged: &ChargedLine) -> String {
        if line.unit_price.is_some() || !charged.amount.is_zero() {
            self.amounts.amount(charged.amount)
        } else {
            String::new()
        }
    }

    /// Dates, the documents it follows from, and the user's own fields.
    fn facts(&self) -> Result<Vec<Fact>, StoreError> {
        let (desk, sheet) = (self.desk, self.sheet);
        let mut facts = Vec::new();
        let day =
            |label: String, date: Option<Date>| date.map(|date| (label, desk.locale.date(date)));
        for name in ["IssueDate", "Date"] {
            let label = sheet.field_spec(name);
            let label = label.map(|field| words::field_label(desk.locale, field));
            facts.extend(label.and_then(|label| day(label, sheet.date())));
        }
        if sheet.field_spec("DueDate").is_some() {
            let label = desk.locale.text("field-DueDate");
            facts.extend(day(label, self.invoice.due_date()));
        }
        let label = desk.locale.text("paper-valid-until");
        facts.extend(day(label, self.valid_until()));
        for name in [
            "SalesQuote",
            "SalesOrder",
            "SalesInvoice",
            "PurchaseQuote",
            "PurchaseOrder",
            "PurchaseInvoice",
        ] {
            if let Some((field, key)) = sheet.field_spec(name).zip(sheet.key(name)) {
                let label = words::field_label(desk.locale, field);
                facts.push((label, desk.names.text(key)?));
            }
        }
        facts.extend(custom_facts(desk, sheet.record)?);
        Ok(facts)
    }

    /// The last day of a quote that says for how many days it holds.
    fn valid_until(&self) -> Option<Date> {
        let days = self
            .sheet
            .value("ValidDays")?
            .integer()
            .filter(|days| *days > 0)?;
        let span = Span::new().try_days(days).ok()?;
        self.sheet.date()?.checked_add(span).ok()
    }

    /// The columns that at least one line fills, and the lines.
    fn lines(&self) -> Result<(Vec<Column>, Vec<Vec<String>>), StoreError> {
        let shown = Shown::of(self.invoice, self.charges);
        let locale = self.desk.locale;
        let mut columns = vec![Column::of_words(locale.text("field-LineDescription"))];
        let labels = [
            (shown.quantity, "field-Qty"),
            (shown.price, "field-UnitPrice"),
            (shown.discount, "field-Discount"),
        ];
        for (_, label) in labels.iter().filter(|(is_shown, _)| *is_shown) {
            columns.push(Column::of_amounts(locale.text(label)));
        }
        if shown.tax {
            columns.push(Column::of_codes(locale.text("paper-tax")));
        }
        columns.push(Column::of_amounts(locale.text("field-Amount")));
        let lines = self.invoice.lines.iter().zip(&self.charges.lines);
        let mut rows = Vec::with_capacity(self.invoice.lines.len());
        for (at, (line, charged)) in lines.enumerate() {
            rows.push(self.row(&shown, at, line, charged)?);
        }
        Ok((columns, rows))
    }

    fn row(
        &self,
        shown: &Shown,
        at: usize,
        line: &InvoiceLine,
        charged: &ChargedLine,
    ) -> Result<Vec<String>, StoreError> {
        let mut cells = vec![self.description(at, line)?];
        if shown.quantity {
            cells.push(self.quantity(line)?);
        }
        if shown.price {
            let price = line.unit_price.map(|price| self.amounts.price(price));
            cells.push(price.unwrap_or_default());
        }
        if shown.discount {
            cells.push(self.discount(line, charged));
        }
        if shown.tax {
            cells.push(
                line.tax_code
                    .map(|code| self.taxes.code(code))
                    .unwrap_or_default(),
            );
        }
        cells.push(self.shown_amount(line, charged));
        Ok(cells)
    }

    /// The item, the words of the line, and the user's own fields, one below the other; the account
    /// where a line says nothing else.
    fn description(&self, at: usize, line: &InvoiceLine) -> Result<String, StoreError> {
        let mut texts: Vec<String> = Vec::new();
        if let Some(item) = line.subledgers.item {
            texts.push(self.items.name(item)?);
        }
        let words = line.description.trim();
        if !words.is_empty() && texts.first().is_none_or(|item| item.trim() != words) {
            texts.push(words.to_owned());
        }
        if let (true, Some(account)) = (texts.is_empty(), line.account) {
            texts.push(self.desk.names.text(account)?);
        }
        texts.extend(custom_lines(self.desk, self.decoded_line(at))?);
        Ok(texts.join("\n"))
    }

    /// The fields of a line as they were decoded.
    fn decoded_line(&self, at: usize) -> &[DecodedField] {
        let lines = self.sheet.field_spec("Lines");
        let lines = lines.filter(|field| matches!(field.shape, Shape::Lines(_)));
        lines
            .and_then(|field| self.sheet.record.all(field.number).nth(at))
            .and_then(|field| field.value.part())
            .unwrap_or_default()
    }

    fn quantity(&self, line: &InvoiceLine) -> Result<String, StoreError> {
        let Some(quantity) = line.quantity else {
            return Ok(String::new());
        };
        let number = self.desk.locale.number(quantity);
        let unit = match line.subledgers.item {
            Some(item) => self.items.unit(item)?,
            None => String::new(),
        };
        Ok(if unit.is_empty() {
            number
        } else {
            format!("{number} {unit}")
        })
    }

    fn discount(&self, line: &InvoiceLine, charged: &ChargedLine) -> String {
        match (self.invoice.discount, line.discount_percentage) {
            (Discount::Percent, Some(percent)) if !percent.is_zero() => {
                format!("{}%", self.desk.locale.number(percent))
            }
            (Discount::Amount, _) if !charged.discount.is_zero() => {
                self.amounts.amount(charged.discount)
            }
            _ => String::new(),
        }
    }
}

/// Which columns have something to say.
struct Shown {
    quantity: bool,
    price: bool,
    discount: bool,
    tax: bool,
}

impl Shown {
    fn of(invoice: &Invoice, charges: &Charges) -> Self {
        let lines = &invoice.lines;
        // One code on every line is named below the lines and need not stand on each.
        let first = lines.first().and_then(|line| line.tax_code);
        let has_tax = lines.iter().any(|line| line.tax_code.is_some());
        let quantity = lines.iter().any(|line| {
            line.quantity
                .is_some_and(|quantity| quantity != Decimal::ONE)
        });
        let discount = charges.lines.iter().any(|line| !line.discount.is_zero());
        Self {
            quantity,
            // Without quantity and discount the price is the amount.
            price: (quantity || discount) && lines.iter().any(|line| line.unit_price.is_some()),
            discount,
            tax: has_tax && lines.iter().any(|line| line.tax_code != first),
        }
    }
}
