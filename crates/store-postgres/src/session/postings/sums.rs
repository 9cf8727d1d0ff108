//! Sums of kept postings, added up by the database.

use super::{Conditions, Holder, Session, amount_at};
use crate::session::{key_at, optional_key_at};
use ledger::{Grouping, PostingFilter, Sum, Sums, TaxShare};
use postgres::Row;
use store::StoreError;
use store::rows::posted::role_of;

use crate::values::Day;

pub fn sums<H: Holder>(
    session: &Session<H>,
    filter: &PostingFilter,
    by: Grouping,
) -> Result<Vec<Sum>, StoreError> {
    let mut conditions = Conditions::of_business(session);
    conditions.admit(filter);
    // What is not grouped by is the same nothing in every row.
    let column = |is_wanted: bool, column: &str, nothing: &str| match is_wanted {
        true => column.to_owned(),
        false => format!("{nothing} AS {column}"),
    };
    let columns = [
        column(by.subledger, "subledger", "NULL::uuid"),
        column(by.invoice, "invoice", "NULL::uuid"),
        column(by.tax, "tax_code", "NULL::uuid"),
        column(by.tax, "tax_role", "NULL::bigint"),
        match by.month {
            true => "date_trunc('month', date)::date AS month".to_owned(),
            false => "NULL::date AS month".to_owned(),
        },
        column(by.kind, "kind", "NULL::uuid"),
    ]
    .join(", ");
    let sql = format!(
        "SELECT account, subledger, invoice, tax_code, tax_role, month, kind, currency,
             sum(amount)::text, coalesce(sum(own_amount), 0)::text,
             coalesce(sum(quantity), 0)::text
         FROM (SELECT account, currency, amount, own_amount, quantity, {columns}
             FROM postings WHERE {}) p
         GROUP BY 1, 2, 3, 4, 5, 6, 7, 8",
        conditions.text
    );
    // The ledger's own adding up puts them into its order.
    let mut sums = Sums::new(by);
    session.each(
        "read the sums of postings",
        &sql,
        &conditions.values(),
        &mut |row| {
            sums.add_sum(&sum_of(session, row)?);
            Ok(())
        },
    )?;
    Ok(sums.finish())
}

fn sum_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<Sum, StoreError> {
    let tax = optional_key_at(row, 3)
        .zip(row.get::<_, Option<i64>>(4).and_then(role_of))
        .map(|(code, (role, is_sale))| TaxShare {
            code,
            role,
            is_sale,
        });
    let exact = |column| amount_at(session, row, column).map(Option::unwrap_or_default);
    Ok(Sum {
        account: key_at(row, 0),
        subledger: optional_key_at(row, 1),
        invoice: optional_key_at(row, 2),
        tax,
        month: row.get::<_, Option<Day>>(5).map(|day| day.0),
        kind: optional_key_at(row, 6),
        currency: optional_key_at(row, 7),
        amount: exact(8)?,
        own_amount: exact(9)?,
        quantity: exact(10)?,
    })
}
