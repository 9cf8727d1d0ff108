//! Keeping what follows from a document.

use super::{Session, reasons, settled};
use crate::session::{Writing, to_signed};
use crate::values::{Day, Id};
use books::Key;
use ledger::{Allocations, DocumentHead, Owed, Posting, number_at_end};
use std::collections::BTreeSet;
use store::rows::posted::role_number;
use store::{KeptCosts, PostedDocument, PostedMark, PostingWriter, Standings, StoreError};

/// The tables of what is kept, in the order in which they are emptied.
const TABLES: [&str; 9] = [
    "posted_marks",
    "postings",
    "posted_reasons",
    "posted_names",
    "posted_documents",
    "posted_costs",
    "posted_items",
    "posted_settled",
    "posted_unallocated",
];

impl<H: Writing> PostingWriter for Session<H> {
    fn put_posted(&mut self, document: Key, posted: &PostedDocument) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            for table in [
                "postings",
                "posted_reasons",
                "posted_names",
                "posted_documents",
            ] {
                self.execute(
                    "let go of the postings of a document",
                    &format!("DELETE FROM {table} WHERE business = $1 AND document = $2"),
                    &[self.number(), &Id(document)],
                )?;
            }
            self.keep(document, posted)
        })
    }

    fn put_settled(
        &mut self,
        owed: Owed,
        contact: Key,
        kept: &Allocations,
    ) -> Result<(), StoreError> {
        self.0
            .failure()
            .guard(|| settled::keep(self, owed, contact, kept))
    }

    fn standings(&mut self) -> Option<&mut dyn Standings> {
        Some(self)
    }

    fn put_kept_costs(
        &mut self,
        items: &BTreeSet<Key>,
        kept: &KeptCosts,
    ) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            let what = "keep the average costs";
            let items: Vec<Id> = items.iter().copied().map(Id).collect();
            for table in ["posted_costs", "posted_items"] {
                let sql = format!("DELETE FROM {table} WHERE business = $1 AND item = ANY ($2)");
                self.execute(what, &sql, &[self.number(), &items])?;
            }
            for (item, from, cost) in kept.averages.iter() {
                self.execute(
                    what,
                    "INSERT INTO posted_costs (business, item, date, cost)
                     VALUES ($1, $2, $3, $4::text::numeric)",
                    &[self.number(), &Id(item), &Day(from), &cost.to_string()],
                )?;
            }
            for (&item, &until) in &kept.valued_until {
                self.execute(
                    what,
                    "INSERT INTO posted_items (business, item, valued_until) VALUES ($1, $2, $3)",
                    &[self.number(), &Id(item), &Day(until)],
                )?;
            }
            Ok(())
        })
    }

    fn clear_posted(&mut self) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            for table in TABLES {
                self.execute(
                    "let go of the kept postings",
                    &format!("DELETE FROM {table} WHERE business = $1"),
                    &[self.number()],
                )?;
            }
            Ok(())
        })
    }

    fn set_posted_mark(&mut self, mark: &PostedMark) -> Result<(), StoreError> {
        self.0.failure().guard(|| {
            self.execute(
                "mark the kept postings",
                "INSERT INTO posted_marks (business, sequence, rules, earliest)
                 VALUES ($1, $2, $3, $4)
                 ON CONFLICT (business) DO UPDATE SET sequence = excluded.sequence,
                     rules = excluded.rules, earliest = excluded.earliest",
                &[
                    self.number(),
                    &to_signed(mark.sequence),
                    &mark.rules,
                    &mark.earliest.map(Day),
                ],
            )?;
            Ok(())
        })
    }
}

impl<H: Writing> Session<H> {
    fn keep(&self, document: Key, posted: &PostedDocument) -> Result<(), StoreError> {
        let Some(kind) = posted.kind() else {
            return Ok(());
        };
        self.keep_head(document, kind, posted.head.as_ref())?;
        for (position, posting) in (0_i32..).zip(&posted.postings) {
            self.keep_posting(document, position, posting)?;
        }
        reasons::keep(self, document, posted)?;
        let named: Vec<Id> = posted.names.iter().copied().map(Id).collect();
        self.execute(
            "keep what a document names",
            "INSERT INTO posted_names (business, named, document)
             SELECT $1, named, $2 FROM unnest($3::uuid[]) named ON CONFLICT DO NOTHING",
            &[self.number(), &Id(document), &named],
        )?;
        Ok(())
    }

    fn keep_head(
        &self,
        document: Key,
        kind: Key,
        head: Option<&DocumentHead>,
    ) -> Result<(), StoreError> {
        let text_of = |part: fn(&DocumentHead) -> &String| head.map_or("", |head| part(head));
        self.execute(
            "keep the heading of a document",
            "INSERT INTO posted_documents (business, document, has_head, kind, date, due_date,
                 reference, contact, bank_account, description, currency, total, number)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text::numeric, $13)",
            &[
                self.number(),
                &Id(document),
                &head.is_some(),
                &Id(kind),
                &head.and_then(|head| head.date).map(Day),
                &head.and_then(|head| head.due_date).map(Day),
                &text_of(|head| &head.reference).as_bytes(),
                &head.and_then(|head| head.contact).map(Id),
                &head.and_then(|head| head.bank_account).map(Id),
                &text_of(|head| &head.description).as_bytes(),
                &head.and_then(|head| head.currency).map(Id),
                &head
                    .and_then(|head| head.total)
                    .map(|total| total.to_string()),
                &head.and_then(|head| number_at_end(&head.reference)),
            ],
        )?;
        Ok(())
    }

    fn keep_posting(
        &self,
        document: Key,
        position: i32,
        posting: &Posting,
    ) -> Result<(), StoreError> {
        let own = posting.own_currency;
        self.execute(
            "keep a posting",
            "INSERT INTO postings (business, document, position, date, kind, account, subledger,
                 amount, currency, own_amount, line, description, contact, invoice, tax_code,
                 tax_role, quantity, division)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::numeric, $9, $10::text::numeric, $11,
                 $12, $13, $14, $15, $16, $17::text::numeric, $18)",
            &[
                self.number(),
                &Id(document),
                &position,
                &Day(posting.date),
                &Id(posting.document_kind),
                &Id(posting.account),
                &posting.subledger.map(Id),
                &posting.amount.to_string(),
                &own.map(|(currency, _)| Id(currency)),
                &own.map(|(_, amount)| amount.to_string()),
                &posting.line.and_then(|line| i64::try_from(line).ok()),
                &posting.description.as_bytes(),
                &posting.contact.map(Id),
                &posting.invoice.map(Id),
                &posting.tax.map(|tax| Id(tax.code)),
                &posting.tax.map(|tax| role_number(tax.role, tax.is_sale)),
                &posting.quantity.map(|quantity| quantity.to_string()),
                &posting.division.map(Id),
            ],
        )?;
        Ok(())
    }
}
