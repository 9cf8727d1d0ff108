//! Whether what settles what, and what lists show, say the same kept and worked out afresh.

use crate::equal::assert_same;
use books::Key;
use jiff::civil::date;
use ledger::{
    Allocations, DocumentHead, Figures, HeadFilter, InvoiceStanding, Owed, allocations,
    number_at_end, open_allocations,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use store::{ListPart, ListSums, Listed, ListedStanding, Reader};

const BOTH: [Owed; 2] = [Owed::ByCustomers, Owed::ToSuppliers];

/// Everything that is kept of settlements and lists, against what follows from the records.
pub fn assert_settled(reader: &dyn Reader, kept: &dyn Figures, fresh: &dyn Figures) {
    for owed in BOTH {
        let mut all = allocations(fresh, owed, None, None).unwrap();
        for standing in &mut all.invoices {
            standing.settlements.clear();
        }
        let kept_all = reader.kept_settled(owed, None, false).unwrap();
        assert_same_allocations(&kept_all, &all, "kept");
        let days = [None, Some(date(2026, 1, 15)), Some(date(2026, 12, 31))];
        for as_at in days {
            for contact in [None, all.invoices.first().map(|it| it.contact)] {
                let open = open_allocations(fresh, owed, contact, as_at).unwrap();
                let kept_open = open_allocations(kept, owed, contact, as_at).unwrap();
                assert_same_allocations(&kept_open, &open, &format!("open {as_at:?}"));
            }
        }
        assert_list(reader, fresh, owed.invoice_kind(), &all.invoices);
    }
    assert_list(reader, fresh, books::kinds::RECEIPT, &[]);
}

fn assert_same_allocations(kept: &Allocations, fresh: &Allocations, what: &str) {
    assert_same(&kept.invoices, &fresh.invoices, what);
    assert_same(&kept.unallocated, &fresh.unallocated, what);
}

/// The list of a kind, whole and by pages of two in both directions, and its sums.
fn assert_list(reader: &dyn Reader, fresh: &dyn Figures, kind: Key, invoices: &[InvoiceStanding]) {
    let mut heads: Vec<DocumentHead> = Vec::new();
    let filter = HeadFilter {
        kinds: Some(vec![kind]),
        ..HeadFilter::default()
    };
    let visit = &mut |head: &DocumentHead| {
        heads.push(head.clone());
        Ok(())
    };
    fresh.each_head(&filter, visit).unwrap();
    let standings: BTreeMap<Key, ListedStanding> = invoices
        .iter()
        .filter(|it| it.is_headed)
        .map(|it| (it.invoice, listed_standing(it)))
        .collect();
    let mut listed: Vec<Listed> = heads
        .into_iter()
        .map(|head| Listed {
            standing: standings.get(&head.document).copied(),
            head,
        })
        .collect();
    assert_eq!(
        without_zeros(reader.list_sums(kind).unwrap()),
        sums(&listed)
    );
    for newest_first in [false, true] {
        listed.sort_by(|a, b| {
            let (a, b) = (&a.head, &b.head);
            let numbers = [a, b].map(|head| number_at_end(&head.reference));
            let [a_number, b_number] = numbers;
            let (days, order) = match newest_first {
                true => (b.date.cmp(&a.date), b_number.cmp(&a_number)),
                false => (a.date.cmp(&b.date), a_number.cmp(&b_number)),
            };
            let missing = a.date.is_none().cmp(&b.date.is_none());
            let unnumbered = a_number.is_none().cmp(&b_number.is_none());
            missing
                .then(days)
                .then(unnumbered)
                .then(order)
                .then(a.document.cmp(&b.document))
        });
        let mut pages = Vec::new();
        for offset in (0..listed.len()).step_by(2) {
            let part = ListPart::Page {
                newest_first,
                offset: u64::try_from(offset).unwrap(),
                limit: 2,
            };
            let before = pages.len();
            pages.extend(read(reader, kind, part));
            assert!(pages.len() <= before + 2);
        }
        assert_same(&pages, &listed, "pages");
    }
    let mut all = read(reader, kind, ListPart::All);
    all.sort_by_key(|it| it.head.document);
    listed.sort_by_key(|it| it.head.document);
    assert_same(&all, &listed, "list");
}

fn listed_standing(standing: &InvoiceStanding) -> ListedStanding {
    ListedStanding {
        total: standing.total,
        open: standing.open,
        currency: standing.currency,
        due: standing.due_date.unwrap_or(standing.date),
    }
}

fn read(reader: &dyn Reader, kind: Key, part: ListPart) -> Vec<Listed> {
    let mut found = Vec::new();
    let visit = &mut |listed: &Listed| {
        found.push(listed.clone());
        Ok(())
    };
    reader.each_listed(kind, part, visit).unwrap();
    found
}

fn sums(listed: &[Listed]) -> ListSums {
    let mut sums = ListSums {
        count: u64::try_from(listed.len()).unwrap(),
        ..ListSums::default()
    };
    for it in listed {
        *sums.totals.entry(it.head.currency).or_default() += it.head.total.unwrap_or_default();
        if let Some(standing) = it.standing {
            *sums.open.entry(standing.currency).or_default() += standing.open;
        }
    }
    without_zeros(sums)
}

/// A sum of zero and none are the same to whoever shows them.
fn without_zeros(mut sums: ListSums) -> ListSums {
    sums.totals.retain(|_, sum: &mut Decimal| !sum.is_zero());
    sums.open.retain(|_, sum: &mut Decimal| !sum.is_zero());
    sums
}
