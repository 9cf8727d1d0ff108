//! Kept postings: what follows from the records, in tables of their own (SPEC-posting.md, 15).
//!
//! The database adds up itself: its `numeric` is exact.

mod reasons;
mod settled;
mod standings;
mod sums;
mod writer;

use super::{Holder, Session, key_at, optional_key_at, text_at, to_count};
use crate::values::{Day, Id, amount_of};
use books::Key;
use jiff::civil::Date;
use ledger::{
    Allocations, DocumentHead, Grouping, HeadFilter, NotPosted, Owed, Posting, PostingFilter, Sum,
    SuspenseReason, TaxShare,
};
use postgres::Row;
use postgres::types::ToSql;
use rust_decimal::Decimal;
use std::collections::BTreeSet;
use store::rows::posted::role_of;
use store::{
    KeptCosts, ListPart, ListSums, Listed, PostedMark, PostingReader, StoreError, VisitRef,
};

impl<H: Holder> PostingReader for Session<H> {
    fn posted_mark(&self) -> Result<Option<PostedMark>, StoreError> {
        let row = self.first(
            "read the mark of the kept postings",
            "SELECT sequence, rules, earliest FROM posted_marks WHERE business = $1",
            &[self.number()],
        )?;
        Ok(row.map(|row| PostedMark {
            sequence: to_count(row.get(0)),
            rules: row.get(1),
            earliest: day_at(&row, 2),
        }))
    }

    fn posting_sums(&self, filter: &PostingFilter, by: Grouping) -> Result<Vec<Sum>, StoreError> {
        sums::sums(self, filter, by)
    }

    fn each_posting(
        &self,
        filter: &PostingFilter,
        visit: VisitRef<'_, Posting>,
    ) -> Result<(), StoreError> {
        let mut conditions = Conditions::of_business(self);
        conditions.admit(filter);
        let sql = format!(
            "SELECT date, account, subledger, amount::text, currency, own_amount::text, document,
                 kind, line, description, contact, invoice, tax_code, tax_role, quantity::text,
                 division
             FROM postings WHERE {} ORDER BY date, kind, document, position",
            conditions.text
        );
        let values = conditions.values();
        self.each("read the kept postings", &sql, &values, &mut |row| {
            visit(&posting_of(self, row)?)
        })
    }

    fn document_head(&self, document: Key) -> Result<Option<DocumentHead>, StoreError> {
        let row = self.first(
            "read the heading of a document",
            &format!("{HEADS} WHERE business = $1 AND has_head AND document = $2"),
            &[self.number(), &Id(document)],
        )?;
        row.map(|row| head_of(self, &row)).transpose()
    }

    fn each_document_head(
        &self,
        filter: &HeadFilter,
        visit: VisitRef<'_, DocumentHead>,
    ) -> Result<(), StoreError> {
        let mut conditions = Conditions::of_business(self);
        conditions.text.push_str(" AND has_head");
        if let Some(kinds) = &filter.kinds {
            conditions.add_any("kind", kinds);
        }
        conditions.add_key("contact =", filter.contact);
        conditions.add_day("date >=", filter.from);
        conditions.add_day("date <=", filter.to);
        let sql = format!(
            "{HEADS} WHERE {} ORDER BY kind, date NULLS FIRST, document",
            conditions.text
        );
        let values = conditions.values();
        self.each(
            "read the headings of documents",
            &sql,
            &values,
            &mut |row| visit(&head_of(self, row)?),
        )
    }

    fn suspense_reasons(&self, to: Option<Date>) -> Result<Vec<SuspenseReason>, StoreError> {
        reasons::suspense(self, to)
    }

    fn documents_not_posted(&self) -> Result<Vec<NotPosted>, StoreError> {
        reasons::not_posted(self)
    }

    fn documents_naming(&self, record: Key) -> Result<Vec<Key>, StoreError> {
        let rows = self.query(
            "read which documents name a record",
            "SELECT document FROM posted_names WHERE business = $1 AND named = $2
             ORDER BY document",
            &[self.number(), &Id(record)],
        )?;
        Ok(rows.iter().map(|row| key_at(row, 0)).collect())
    }

    fn kept_costs(&self, items: &BTreeSet<Key>) -> Result<KeptCosts, StoreError> {
        let items: Vec<Id> = items.iter().copied().map(Id).collect();
        let what = "read the average costs";
        let mut kept = KeptCosts::default();
        let rows = self.query(
            what,
            "SELECT item, date, cost::text FROM posted_costs
             WHERE business = $1 AND item = ANY ($2)",
            &[self.number(), &items],
        )?;
        for row in &rows {
            let cost = amount_at(self, row, 2)?.unwrap_or_default();
            kept.averages
                .set(key_at(row, 0), row.get::<_, Day>(1).0, cost);
        }
        let rows = self.query(
            what,
            "SELECT item, valued_until FROM posted_items
             WHERE business = $1 AND item = ANY ($2)",
            &[self.number(), &items],
        )?;
        for row in &rows {
            kept.valued_until
                .insert(key_at(row, 0), row.get::<_, Day>(1).0);
        }
        Ok(kept)
    }

    fn kept_settled(
        &self,
        owed: Owed,
        contact: Option<Key>,
        only_open: bool,
    ) -> Result<Allocations, StoreError> {
        settled::read(self, owed, contact, only_open)
    }

    fn each_listed(
        &self,
        kind: Key,
        part: ListPart,
        visit: VisitRef<'_, Listed>,
    ) -> Result<(), StoreError> {
        settled::each_listed(self, kind, part, visit)
    }

    fn list_sums(&self, kind: Key) -> Result<ListSums, StoreError> {
        settled::list_sums(self, kind)
    }
}

/// The headings, as [`head_of`] reads them.
const HEADS: &str = "SELECT document, kind, date, due_date, reference, contact, bank_account, \
    description, currency, total::text FROM posted_documents";
/// The same columns of the table `d`, where it is joined.
const HEADS_OF: &str = "d.document, d.kind, d.date, d.due_date, d.reference, d.contact, \
    d.bank_account, d.description, d.currency, d.total::text";

fn head_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<DocumentHead, StoreError> {
    Ok(DocumentHead {
        document: key_at(row, 0),
        kind: key_at(row, 1),
        date: day_at(row, 2),
        due_date: day_at(row, 3),
        reference: text_at(session.place(), row, 4)?,
        contact: optional_key_at(row, 5),
        bank_account: optional_key_at(row, 6),
        description: text_at(session.place(), row, 7)?,
        currency: optional_key_at(row, 8),
        total: amount_at(session, row, 9)?,
    })
}

fn posting_of<H: Holder>(session: &Session<H>, row: &Row) -> Result<Posting, StoreError> {
    let tax = optional_key_at(row, 12)
        .zip(row.get::<_, Option<i64>>(13).and_then(role_of))
        .map(|(code, (role, is_sale))| TaxShare {
            code,
            role,
            is_sale,
        });
    let line: Option<i64> = row.get(8);
    Ok(Posting {
        date: row.get::<_, Day>(0).0,
        account: key_at(row, 1),
        subledger: optional_key_at(row, 2),
        amount: amount_at(session, row, 3)?.unwrap_or_default(),
        own_currency: optional_key_at(row, 4).zip(amount_at(session, row, 5)?),
        document: key_at(row, 6),
        document_kind: key_at(row, 7),
        line: line.and_then(|line| usize::try_from(line).ok()),
        description: text_at(session.place(), row, 9)?,
        contact: optional_key_at(row, 10),
        invoice: optional_key_at(row, 11),
        tax,
        quantity: amount_at(session, row, 14)?,
        division: optional_key_at(row, 15),
    })
}

/// Conditions of a statement with their values; the business's number is the first.
struct Conditions {
    text: String,
    owned: Vec<Box<dyn ToSql + Sync>>,
}

impl Conditions {
    fn of_business<H: Holder>(session: &Session<H>) -> Self {
        Self {
            text: "business = $1".to_owned(),
            owned: vec![Box::new(*session.number())],
        }
    }

    fn admit(&mut self, filter: &PostingFilter) {
        self.add_day("date >=", filter.from);
        self.add_day("date <=", filter.to);
        if let Some(accounts) = &filter.accounts {
            self.add_any("account", accounts);
        }
        self.add_key("subledger =", filter.subledger);
        self.add_key("document =", filter.document);
        self.add_key("invoice =", filter.invoice);
        self.add_key("tax_code =", filter.tax_code);
        self.add_key("division =", filter.division);
    }

    fn add_day(&mut self, condition: &str, day: Option<Date>) {
        if let Some(day) = day {
            self.owned.push(Box::new(Day(day)));
            self.close(condition);
        }
    }

    fn add_key(&mut self, condition: &str, key: Option<Key>) {
        if let Some(key) = key {
            self.owned.push(Box::new(Id(key)));
            self.close(condition);
        }
    }

    fn add_any(&mut self, column: &str, keys: &[Key]) {
        let ids: Vec<Id> = keys.iter().copied().map(Id).collect();
        self.owned.push(Box::new(ids));
        let number = self.owned.len();
        self.text
            .push_str(&format!(" AND {column} = ANY(${number})"));
    }

    fn close(&mut self, condition: &str) {
        let number = self.owned.len();
        self.text.push_str(&format!(" AND {condition} ${number}"));
    }

    fn values(&self) -> Vec<&(dyn ToSql + Sync)> {
        self.owned.iter().map(|value| value.as_ref()).collect()
    }
}

fn day_at(row: &Row, column: usize) -> Option<Date> {
    row.get::<_, Option<Day>>(column).map(|day| day.0)
}

/// An amount, asked for as text.
fn amount_at<H: Holder>(
    session: &Session<H>,
    row: &Row,
    column: usize,
) -> Result<Option<Decimal>, StoreError> {
    let text: Option<&str> = row.get(column);
    text.map(amount_of)
        .transpose()
        .map_err(|error| session.place().damaged(format!("an amount: {error}")))
}
