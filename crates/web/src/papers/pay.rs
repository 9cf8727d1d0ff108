//! Payslips and expense claims: what somebody earns, what is kept back, what somebody paid for the
//! business.

use super::amounts::Amounts;
use super::books_around::books_around;
use super::facts::{Fact, custom_facts};
use super::footers::footers;
use super::line_fields::LineFields;
use super::{Desk, Sheet, kind_title, party, sender, too_large, typeset};
use crate::PageError;
use books::kinds;
use ledger::arithmetic::{TooLarge, negated, product, sum};
use pdf::{Column, Document, Total};
use rust_decimal::Decimal;
use store::StoreError;

/// The record as a document; nothing when it is of another kind.
pub(super) fn document(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Option<Document>, PageError> {
    let (label, person) = match sheet.object.content_type {
        kinds::PAYSLIP => ("paper-employee", "Employee"),
        kinds::EXPENSE_CLAIM => ("field-PaidBy", "PaidBy"),
        _ => return Ok(None),
    };
    let books = books_around(desk, sheet.object, false)?;
    let person = sheet.key(person);
    let currency = person.and_then(|person| books.subledger(person)?.1);
    let decimals = books.decimals(currency);
    let amounts = Amounts::new(desk, &books, currency, decimals);
    let mut table = Table::new(desk, &amounts, decimals);
    let made = if sheet.object.content_type == kinds::PAYSLIP {
        table.fill_with_pay(sheet)?
    } else {
        table.fill_with_expenses(sheet)?
    };
    made.map_err(|_| too_large(sheet))?;
    let business = sender::business(desk)?;
    let Table {
        columns,
        rows,
        totals,
        mut notes,
        ..
    } = table;
    notes.extend(footers(desk, sheet)?);
    let date = sheet.date().unwrap_or(desk.today);
    Ok(Some(Document {
        setup: typeset::setup(desk.locale, business.country.as_deref(), date),
        title: kind_title(desk.locale, sheet),
        number: sheet.written("Reference").unwrap_or_default().to_owned(),
        facts: facts(desk, sheet)?,
        sender: business.sender,
        recipient: party::recipient(desk, sheet, desk.locale.text(label), person)?,
        introduction: sheet.written("Description").unwrap_or_default().to_owned(),
        columns,
        rows,
        totals,
        notes,
        footer: String::new(),
    }))
}

fn facts(desk: &Desk<'_>, sheet: &Sheet<'_>) -> Result<Vec<Fact>, StoreError> {
    let mut facts = Vec::new();
    if let Some(date) = sheet.date() {
        facts.push((desk.locale.text("field-Date"), desk.locale.date(date)));
    }
    if let Some(payee) = sheet.written("Payee") {
        facts.push((desk.locale.text("field-Payee"), payee.to_owned()));
    }
    facts.extend(custom_facts(desk, sheet.record)?);
    Ok(facts)
}

/// The lines and what is below them, while they are reckoned.
struct Table<'a, 'r> {
    desk: &'a Desk<'r>,
    amounts: &'a Amounts,
    decimals: u32,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
    totals: Vec<Total>,
    notes: Vec<String>,
}

/// Whether every amount could be reckoned exactly, inside whether the store could be read.
type Made = Result<Result<(), TooLarge>, StoreError>;

impl<'a, 'r> Table<'a, 'r> {
    fn new(desk: &'a Desk<'r>, amounts: &'a Amounts, decimals: u32) -> Self {
        let locale = desk.locale;
        Self {
            desk,
            amounts,
            decimals,
            columns: vec![
                Column::of_words(locale.text("field-LineDescription")),
                Column::of_amounts(locale.text("field-Qty")),
                Column::of_amounts(locale.text("field-UnitPrice")),
                Column::of_amounts(locale.text("field-Amount")),
            ],
            rows: Vec::new(),
            totals: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn fill_with_pay(&mut self, sheet: &Sheet<'_>) -> Made {
        let locale = self.desk.locale;
        let (mut gross, mut kept) = (Decimal::ZERO, Decimal::ZERO);
        for line in sheet.lines("Earnings") {
            match self.priced(line, "Units", gross)? {
                Ok(total) => gross = total,
                Err(error) => return Ok(Err(error)),
            }
        }
        for line in sheet.lines("Deductions") {
            let amount = line.decimal("Amount").unwrap_or(Decimal::ZERO);
            let name = self.name(line)?;
            let rounded = product(&[amount], self.decimals);
            match rounded.and_then(|amount| Ok((amount, sum(kept, amount)?))) {
                Ok((amount, total)) => {
                    kept = total;
                    self.push(name, amount, true);
                }
                Err(error) => return Ok(Err(error)),
            }
        }
        // Contributions are paid by the business on top and are no part of the net pay.
        for line in sheet.lines("Contributions") {
            let amount = line.decimal("Amount").unwrap_or(Decimal::ZERO);
            let name = self.name(line)?;
            let label = locale.text("field-Contributions");
            let amount = self.amounts.price(amount);
            self.notes
                .push(format!("{label}: {} – {amount}", name.replace('\n', ", ")));
        }
        let net = match sum(gross, negated(kept)) {
            Ok(net) => net,
            Err(error) => return Ok(Err(error)),
        };
        if !kept.is_zero() {
            let label = locale.text("paper-gross-pay");
            self.totals.push(self.amounts.row(label, gross));
            let label = locale.text("field-Deductions");
            self.totals.push(self.amounts.row(label, negated(kept)));
        }
        let label = locale.text("paper-net-pay");
        self.totals.push(self.amounts.strong(&label, net));
        Ok(Ok(()))
    }

    fn fill_with_expenses(&mut self, sheet: &Sheet<'_>) -> Made {
        let mut all = Decimal::ZERO;
        for line in sheet.lines("Lines") {
            match self.priced(line, "Qty", all)? {
                Ok(total) => all = total,
                Err(error) => return Ok(Err(error)),
            }
        }
        let label = self.desk.locale.text("paper-total");
        self.totals.push(self.amounts.strong(&label, all));
        Ok(Ok(()))
    }

    /// A line of so many units at a price: its row, and `before` with its amount added.
    fn priced(
        &mut self,
        line: LineFields<'_>,
        units: &str,
        before: Decimal,
    ) -> Result<Result<Decimal, TooLarge>, StoreError> {
        let quantity = line.decimal(units);
        let price = line.decimal("UnitPrice");
        let name = self.name(line)?;
        let factors = [
            quantity.unwrap_or(Decimal::ONE),
            price.unwrap_or(Decimal::ZERO),
        ];
        Ok(product(&factors, self.decimals).and_then(|amount| {
            let total = sum(before, amount)?;
            self.rows.push(vec![
                name,
                quantity
                    .map(|it| self.desk.locale.number(it))
                    .unwrap_or_default(),
                price.map(|it| self.amounts.price(it)).unwrap_or_default(),
                self.amounts.amount(amount),
            ]);
            Ok(total)
        }))
    }

    fn push(&mut self, name: String, amount: Decimal, is_kept_back: bool) {
        let amount = if is_kept_back {
            negated(amount)
        } else {
            amount
        };
        let blank = String::new;
        self.rows
            .push(vec![name, blank(), blank(), self.amounts.amount(amount)]);
    }

    /// What a line is for: its item or account, and its words.
    fn name(&self, line: LineFields<'_>) -> Result<String, StoreError> {
        let mut texts = Vec::new();
        if let Some(key) = line.key("Item").or_else(|| line.key("Account")) {
            texts.push(self.desk.names.text(key)?);
        }
        if !line.written("LineDescription").is_empty() {
            texts.push(line.written("LineDescription").to_owned());
        }
        Ok(texts.join("\n"))
    }
}
