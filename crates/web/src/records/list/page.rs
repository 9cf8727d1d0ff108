//! One page of a list, and the way to its neighbours.

use super::Asked;
use crate::records::rows::PAGE_ROWS_MAX;
use books::Key;
use maud::{Markup, html};
use pages::tables::pager;
use pages::{Argument, Locale};

/// One page of a list.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    /// From 1.
    number: usize,
    rows_count: usize,
}

impl Page {
    pub(super) fn of(asked: Option<usize>, rows_count: usize) -> Self {
        let last = rows_count.div_ceil(PAGE_ROWS_MAX).max(1);
        Self {
            number: asked.unwrap_or(1).clamp(1, last),
            rows_count,
        }
    }

    /// How many records stand before it.
    pub(super) fn first(self) -> usize {
        self.number.saturating_sub(1).saturating_mul(PAGE_ROWS_MAX)
    }

    fn end(self) -> usize {
        self.first()
            .saturating_add(PAGE_ROWS_MAX)
            .min(self.rows_count)
    }

    /// Its own among all keys; among those of the page alone, all.
    pub(super) fn part(self, keys: &[Key]) -> &[Key] {
        if keys.len() < self.rows_count {
            return keys;
        }
        keys.get(self.first()..self.end()).unwrap_or_default()
    }

    pub(super) fn pager(self, locale: Locale, path: &str, asked: &Asked) -> Markup {
        if self.rows_count <= PAGE_ROWS_MAX {
            return html! {};
        }
        let href = |number| asked.href(path, &asked.sort, number);
        let previous = (self.number > 1).then(|| href(self.number.saturating_sub(1)));
        let next = (self.end() < self.rows_count).then(|| href(self.number.saturating_add(1)));
        let count = |n: usize| locale.count(u64::try_from(n).unwrap_or(u64::MAX));
        let (first, last) = (count(self.first().saturating_add(1)), count(self.end()));
        let total = count(self.rows_count);
        let shown = locale.text_with(
            "pager-shown",
            &[
                ("first", Argument::Text(&first)),
                ("last", Argument::Text(&last)),
                ("total", Argument::Text(&total)),
            ],
        );
        pager(locale, previous.as_deref(), next.as_deref(), &shown)
    }
}
