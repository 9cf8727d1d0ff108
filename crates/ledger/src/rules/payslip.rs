//! Payslips (SPEC-posting.md, 21): what was earned is a cost, what was kept back is owed, the rest
//! is the employee's.

use super::part::Part;
use crate::arithmetic::{TooLarge, difference, negated, product, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place, party_place};
use books::documents::{Payslip, PayslipItem, PayslipLine, Subledgers};
use books::parties::PartyKind;
use books::{Books, Key, kinds};
use rust_decimal::Decimal;

/// Posts a payslip. Lines are counted through its three lists.
pub(crate) fn post_payslip(
    context: &Context<'_>,
    payslip: &Payslip,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let books = context.books;
    let employee = payslip
        .employee
        .ok_or_else(|| Trouble::new(codes::EMPLOYEE_MISSING))
        .and_then(|key| party_place(books, PartyKind::Employee, key));
    let currency = employee.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let decimals = books.decimals(currency);
    draft.name_unread(&payslip.unread);
    draft.contact = employee.as_ref().ok().and_then(|place| place.subledger);
    let mut owed = Decimal::ZERO;
    let mut index = 0_usize;
    for line in &payslip.earnings {
        let amount = line_amount(line, decimals)?;
        owed = sum(owed, amount)?;
        let place = expense_place(books, line.item, kinds::PAYSLIP_EARNINGS_ITEM);
        part(place, amount, index, line).put(exchange, draft)?;
        index = index.saturating_add(1);
    }
    for line in &payslip.deductions {
        let amount = line_amount(line, decimals)?;
        owed = difference(owed, amount)?;
        let place = liability_place(books, line.item, kinds::PAYSLIP_DEDUCTION_ITEM);
        part(place, negated(amount), index, line).put(exchange, draft)?;
        index = index.saturating_add(1);
    }
    for line in &payslip.contributions {
        let amount = line_amount(line, decimals)?;
        let kind = kinds::PAYSLIP_CONTRIBUTION_ITEM;
        let expense = expense_place(books, line.item, kind);
        let liability = liability_place(books, line.item, kind);
        part(expense, amount, index, line).put(exchange, draft)?;
        part(liability, negated(amount), index, line).put(exchange, draft)?;
        index = index.saturating_add(1);
    }
    draft.total = Some(owed);
    Part::new(employee, negated(owed)).put_balancing(exchange, draft)
}

/// Units × amount of one, rounded; one unit when the line does not say how many.
fn line_amount(line: &PayslipLine, decimals: u32) -> Result<Decimal, TooLarge> {
    let units = line.units.unwrap_or(Decimal::ONE);
    product(&[units, line.amount.unwrap_or(Decimal::ZERO)], decimals)
}

fn part(
    place: Result<Place, Trouble>,
    amount: Decimal,
    index: usize,
    line: &PayslipLine,
) -> Part<'_> {
    Part::new(place, amount)
        .on_line(index, &line.description)
        .for_division(line.division)
}

fn expense_place(books: &Books, item: Option<Key>, kind: Key) -> Result<Place, Trouble> {
    item_place(books, item, kind, |item| item.expense_account)
}

fn liability_place(books: &Books, item: Option<Key>, kind: Key) -> Result<Place, Trouble> {
    item_place(books, item, kind, |item| item.liability_account)
}

fn item_place(
    books: &Books,
    item: Option<Key>,
    kind: Key,
    account: impl Fn(&PayslipItem) -> Option<Key>,
) -> Result<Place, Trouble> {
    let key = item.ok_or_else(|| Trouble::new(codes::ITEM_MISSING))?;
    let found = books.payslip_items.get(&key).filter(|it| it.kind == kind);
    let found = found.ok_or_else(|| Trouble::with_record(codes::ITEM_UNKNOWN, key))?;
    let account =
        account(found).ok_or_else(|| Trouble::with_record(codes::ITEM_ACCOUNT_UNKNOWN, key))?;
    find_place(books, Some(account), &Subledgers::default())
}
