//! Expense claims (SPEC-posting.md, 20): debit the lines, credit whoever paid.

use super::DebitOrCredit;
use super::line::{Line, line_place, post_line};
use super::part::Part;
use crate::arithmetic::{TooLarge, negated, product, sum};
use crate::codes;
use crate::context::Context;
use crate::draft::Draft;
use crate::exchange::Exchange;
use crate::place::{Place, Trouble, find_place};
use crate::tax::TaxTerms;
use books::documents::{ExpenseClaim, Subledgers};
use books::{Books, Key, kinds};
use rust_decimal::Decimal;

/// Posts an expense claim.
pub(crate) fn post_expense_claim(
    context: &Context<'_>,
    claim: &ExpenseClaim,
    draft: &mut Draft<'_>,
) -> Result<(), TooLarge> {
    let payer = payer_place(context.books, claim.paid_by);
    let currency = payer.as_ref().ok().and_then(|place| place.currency);
    let exchange = Exchange::find(&context.rates, currency, draft.date, None);
    let decimals = context.books.decimals(currency);
    draft.name_unread(&claim.unread);
    draft.contact = payer.as_ref().ok().and_then(|place| place.subledger);
    let mut owed = Decimal::ZERO;
    for (index, line) in claim.lines.iter().enumerate() {
        let quantity = line.quantity.unwrap_or(Decimal::ONE);
        let price = line.unit_price.unwrap_or(Decimal::ZERO);
        let posted = Line {
            index,
            place: line_place(context.books, line.account, &line.subledgers, false),
            amount: product(&[quantity, price], decimals)?,
            own_amount: None,
            side: DebitOrCredit::Debit,
            tax: TaxTerms {
                code: line.tax_code,
                is_included: claim.amounts_include_tax,
                is_sale: false,
                decimals,
            },
            quantity: Some(quantity),
            invoice: None,
            division: line.division,
            description: &line.description,
        };
        owed = sum(owed, post_line(context, posted, exchange, draft)?.total)?;
    }
    draft.total = Some(owed);
    Part::new(payer, negated(owed)).put_balancing(exchange, draft)
}

/// Where what is owed to the payer stands: by what kind of record the payer is.
fn payer_place(books: &Books, payer: Option<Key>) -> Result<Place, Trouble> {
    let claims = kinds::BALANCE_SHEET_EXPENSE_CLAIMS_ACCOUNT;
    let mut named = Subledgers::default();
    let is_capital = payer
        .and_then(|payer| books.holdings.get(&payer))
        .is_some_and(|holding| holding.kind == kinds::CAPITAL_ACCOUNT);
    let is_party = payer.is_some_and(|payer| books.parties.contains_key(&payer));
    let account = if is_capital {
        named.capital_account = payer;
        kinds::BALANCE_SHEET_CAPITAL_ACCOUNTS_ACCOUNT
    } else if is_party {
        named.employee = payer;
        kinds::BALANCE_SHEET_EMPLOYEE_CLEARING_ACCOUNT
    } else {
        named.expense_claims_payer = payer;
        claims
    };
    payer.ok_or_else(|| Trouble::with_account(codes::SUBLEDGER_MISSING, claims))?;
    find_place(books, Some(account), &named)
}
