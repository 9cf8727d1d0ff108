//! Receipts and payments: what it was for, and how much, as the ledger reckons it.

use super::amounts::{Amounts, reverse_charge_notes, totals};
use super::books_around::books_around;
use super::facts::{Fact, custom_facts};
use super::footers::footers;
use super::settled::Settled;
use super::tax_words::TaxWords;
use super::{Desk, Sheet, kind_title, party, sender, too_large, typeset};
use crate::PageError;
use crate::records::words;
use books::documents::{MoneyDocument, MoneyDocumentKind, MoneyLine};
use ledger::{ChargedLine, Charges, money_charges};
use pdf::{Column, Document, Recipient};
use store::StoreError;

/// A document while it is laid out.
struct Money<'a, 'r> {
    desk: &'a Desk<'r>,
    sheet: &'a Sheet<'a>,
    document: &'a MoneyDocument,
    charges: &'a Charges,
    amounts: Amounts,
    taxes: TaxWords<'a>,
}

/// The record as a document; nothing when it is of another kind, or when a figure in it cannot be
/// read.
pub(super) fn document(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Option<Document>, PageError> {
    let kind = sheet.object.content_type;
    if ![
        MoneyDocumentKind::Receipt.key(),
        MoneyDocumentKind::Payment.key(),
    ]
    .contains(&kind)
    {
        return Ok(None);
    }
    let books = books_around(desk, sheet.object, true)?;
    let Some(document) = books.money_documents.get(&sheet.object.key) else {
        return Ok(None);
    };
    let charges = money_charges(&books, document).map_err(|_| too_large(sheet))?;
    let money = Money {
        desk,
        sheet,
        document,
        charges: &charges,
        amounts: Amounts::new(desk, &books, charges.currency, charges.decimals),
        taxes: TaxWords::new(desk, &books)?,
    };
    money.document().map(Some)
}

impl Money<'_, '_> {
    fn document(&self) -> Result<Document, PageError> {
        let (desk, sheet) = (self.desk, self.sheet);
        let business = sender::business(desk)?;
        let (columns, rows) = self.lines()?;
        let due = match self.document.kind {
            MoneyDocumentKind::Receipt => "paper-amount-received",
            MoneyDocumentKind::Payment => "paper-amount-paid",
        };
        let totals = totals(
            &self.amounts,
            self.charges,
            &self.taxes,
            !self.document.amounts_exclude_tax,
            &Settled::default(),
            &desk.locale.text(due),
        )
        .map_err(|_| too_large(sheet))?;
        let mut notes = reverse_charge_notes(desk, self.charges, &self.taxes);
        notes.extend(footers(desk, sheet)?);
        let date = sheet.date().unwrap_or(desk.today);
        Ok(Document {
            setup: typeset::setup(desk.locale, business.country.as_deref(), date),
            title: kind_title(desk.locale, sheet),
            number: self.document.reference.clone(),
            facts: self.facts()?,
            recipient: self.recipient()?,
            introduction: self.document.description.clone(),
            sender: business.sender,
            columns,
            rows,
            totals,
            notes,
            footer: String::new(),
        })
    }

    /// Who paid or was paid: the party of the heading, else the one that every line names, else
    /// somebody without a record.
    fn recipient(&self) -> Result<Option<Recipient>, StoreError> {
        let label = self.desk.locale.text(match self.document.kind {
            MoneyDocumentKind::Receipt => "paper-received-from",
            MoneyDocumentKind::Payment => "paper-paid-to",
        });
        let of_line = |line: &MoneyLine| {
            let named = &line.subledgers;
            named.customer.or(named.supplier).or(named.employee)
        };
        let mut lines = self.document.lines.iter().map(of_line);
        let first = lines.next().flatten();
        let from_lines = first.filter(|first| lines.all(|party| party == Some(*first)));
        let party = self
            .document
            .customer
            .or(self.document.supplier)
            .or(from_lines);
        if party.is_none()
            && let Some(name) = self.sheet.written("Contact")
        {
            return Ok(Some(party::contact(label, name)));
        }
        party::recipient(self.desk, self.sheet, label, party)
    }

    fn facts(&self) -> Result<Vec<Fact>, StoreError> {
        let (desk, sheet) = (self.desk, self.sheet);
        let mut facts = Vec::new();
        if let Some(date) = sheet.date() {
            facts.push((desk.locale.text("field-Date"), desk.locale.date(date)));
        }
        for name in ["ReceivedIn", "PaidFrom"] {
            if let Some((field, key)) = sheet.field_spec(name).zip(sheet.key(name)) {
                let label = words::field_label(desk.locale, field);
                facts.push((label, desk.names.text(key)?));
            }
        }
        facts.extend(custom_facts(desk, sheet.record)?);
        Ok(facts)
    }

    fn lines(&self) -> Result<(Vec<Column>, Vec<Vec<String>>), StoreError> {
        let locale = self.desk.locale;
        let lines = &self.document.lines;
        let has_quantity =
            self.document.has_quantities && lines.iter().any(|line| line.quantity.is_some());
        let has_price =
            self.document.has_unit_prices && lines.iter().any(|line| line.unit_price.is_some());
        let first = lines.first().and_then(|line| line.tax_code);
        let has_tax = lines.iter().any(|line| line.tax_code != first);
        let mut columns = vec![Column::of_words(locale.text("field-LineDescription"))];
        if has_quantity {
            columns.push(Column::of_amounts(locale.text("field-Qty")));
        }
        if has_price {
            columns.push(Column::of_amounts(locale.text("field-UnitPrice")));
        }
        if has_tax {
            columns.push(Column::of_codes(locale.text("paper-tax")));
        }
        columns.push(Column::of_amounts(locale.text("field-Amount")));
        let mut rows = Vec::with_capacity(lines.len());
        for (line, charged) in lines.iter().zip(&self.charges.lines) {
            let mut cells = vec![self.description(line)?];
            if has_quantity {
                let quantity = line.quantity.map(|quantity| locale.number(quantity));
                cells.push(quantity.unwrap_or_default());
            }
            if has_price {
                let price = line.unit_price.map(|price| self.amounts.price(price));
                cells.push(price.unwrap_or_default());
            }
            if has_tax {
                let tax = line.tax_code.map(|code| self.taxes.code(code));
                cells.push(tax.unwrap_or_default());
            }
            cells.push(self.amount(charged));
            rows.push(cells);
        }
        Ok((columns, rows))
    }

    fn amount(&self, charged: &ChargedLine) -> String {
        self.amounts.amount(charged.amount)
    }

    /// The invoice that is settled, the item that is sold, or the account; and the line's words.
    fn description(&self, line: &MoneyLine) -> Result<String, StoreError> {
        let names = &self.desk.names;
        let locale = self.desk.locale;
        let settled = [
            (line.sales_invoice, "field-SalesInvoice"),
            (line.purchase_invoice, "field-PurchaseInvoice"),
        ];
        let mut texts = Vec::new();
        for (invoice, label) in settled {
            if let Some(invoice) = invoice {
                texts.push(format!("{} {}", locale.text(label), names.text(invoice)?));
            }
        }
        let thing = line.subledgers.item.or(line.account);
        if let (true, Some(thing)) = (texts.is_empty(), thing) {
            texts.push(names.text(thing)?);
        }
        let words = line.description.trim();
        if !words.is_empty() {
            texts.push(words.to_owned());
        }
        Ok(texts.join("\n"))
    }
}
