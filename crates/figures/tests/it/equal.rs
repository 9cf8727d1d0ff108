//! Whether two figures say the same, whatever is asked.

use books::Key;
use jiff::civil::{Date, date};
use ledger::{Figures, Grouping, HeadFilter, PostingFilter};

/// Fails on the first difference, and shows no more than that.
pub fn assert_same<T: PartialEq + std::fmt::Debug>(kept: &[T], fresh: &[T], what: &str) {
    let mut pairs = kept.iter().zip(fresh);
    if let Some((kept, fresh)) = pairs.find(|(kept, fresh)| kept != fresh) {
        panic!("{what}: kept {kept:?}, fresh {fresh:?}");
    }
    assert_eq!(kept.len(), fresh.len(), "{what}");
}

/// Every question that reports ask, to both.
pub fn assert_equal(kept: &dyn Figures, fresh: &dyn Figures) {
    let postings = postings(fresh, &PostingFilter::default());
    let kept_postings = self::postings(kept, &PostingFilter::default());
    assert_same(&kept_postings, &postings, "postings");
    for filter in filters(&postings) {
        let (kept_part, fresh_part) = (
            self::postings(kept, &filter),
            self::postings(fresh, &filter),
        );
        assert_same(&kept_part, &fresh_part, &format!("{filter:?}"));
        for by in groupings() {
            let (kept_sums, fresh_sums) = (kept.sums(&filter, by), fresh.sums(&filter, by));
            let question = format!("{filter:?} {by:?}");
            assert_same(&kept_sums.unwrap(), &fresh_sums.unwrap(), &question);
        }
    }
    let heads = heads(fresh, &HeadFilter::default());
    let kept_heads = self::heads(kept, &HeadFilter::default());
    assert_same(&kept_heads, &heads, "headings");
    for head in &heads {
        let by_contact = HeadFilter {
            kinds: Some(vec![head.kind]),
            contact: head.contact,
            from: Some(date(2026, 1, 1)),
            ..HeadFilter::default()
        };
        assert_eq!(
            self::heads(kept, &by_contact),
            self::heads(fresh, &by_contact)
        );
        assert_eq!(kept.head(head.document).unwrap().as_ref(), Some(head));
    }
    for to in [None, Some(date(2026, 1, 31))] {
        let (kept, fresh) = (kept.suspense(to).unwrap(), fresh.suspense(to).unwrap());
        assert_same(&kept, &fresh, "suspense");
    }
    let (kept, fresh) = (kept.not_posted().unwrap(), fresh.not_posted().unwrap());
    assert_same(&kept, &fresh, "not posted");
}

fn postings(figures: &dyn Figures, filter: &PostingFilter) -> Vec<ledger::Posting> {
    let mut found = Vec::new();
    let visit = &mut |posting: &ledger::Posting| {
        found.push(posting.clone());
        Ok(())
    };
    figures.each_posting(filter, visit).unwrap();
    found
}

fn heads(figures: &dyn Figures, filter: &HeadFilter) -> Vec<ledger::DocumentHead> {
    let mut found = Vec::new();
    let visit = &mut |head: &ledger::DocumentHead| {
        found.push(head.clone());
        Ok(())
    };
    figures.each_head(filter, visit).unwrap();
    found
}

/// Filters by days, and by what the first and last postings have.
fn filters(postings: &[ledger::Posting]) -> Vec<PostingFilter> {
    let days: [(Option<Date>, Option<Date>); 4] = [
        (None, Some(date(2026, 2, 14))),
        (Some(date(2026, 1, 1)), Some(date(2026, 2, 28))),
        (Some(date(2026, 1, 2)), Some(date(2026, 2, 27))),
        (Some(date(2026, 2, 10)), None),
    ];
    let mut filters: Vec<PostingFilter> = vec![PostingFilter::default()];
    filters.extend(days.map(|(from, to)| PostingFilter::between(from, to)));
    for posting in postings.first().into_iter().chain(postings.last()) {
        let only = |set: fn(&mut PostingFilter, Option<Key>), key| {
            let mut filter = PostingFilter::until(Some(date(2026, 2, 14)));
            set(&mut filter, key);
            filter
        };
        filters.push(only(|it, key| it.subledger = key, posting.subledger));
        filters.push(only(|it, key| it.document = key, Some(posting.document)));
        filters.push(only(|it, key| it.invoice = key, posting.invoice));
        filters.push(only(|it, key| it.division = key, posting.division));
        let code = posting.tax.map(|tax| tax.code);
        filters.push(only(|it, key| it.tax_code = key, code));
        filters.push(PostingFilter {
            accounts: Some(vec![posting.account, Key::NIL]),
            ..PostingFilter::default()
        });
    }
    filters
}

fn groupings() -> [Grouping; 5] {
    let none = Grouping::default();
    [
        none,
        Grouping {
            subledger: true,
            ..none
        },
        Grouping {
            subledger: true,
            month: true,
            ..none
        },
        Grouping {
            subledger: true,
            invoice: true,
            ..none
        },
        Grouping {
            tax: true,
            kind: true,
            ..none
        },
    ]
}
