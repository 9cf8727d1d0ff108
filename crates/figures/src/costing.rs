//! What units of inventory cost on average after a change: worked out anew for the items that it
//! moves, and for those that are made of them (SPEC-posting.md, 15.10).

use crate::part::{Settings, is_document};
use crate::rebuild::note_valued;
use books::{Key, Object, kinds};
use jiff::civil::Date;
use ledger::{Posting, PostingFilter, StockMovements};
use std::collections::{BTreeMap, BTreeSet};
use store::{KeptCosts, Reader, StoreError, UnitOfWork};

/// Works out what some items cost, keeps it, and says which documents cost otherwise from now on.
pub struct Costing<'s> {
    settings: &'s Settings,
    earliest: Option<Date>,
    /// The documents that changed: what is kept of them is of before.
    changed: BTreeSet<Key>,
    /// Where notes move stock, invoices may keep no units: all are posted as if they did.
    has_notes: bool,
    /// The items whose costs are worked out.
    items: BTreeSet<Key>,
    /// Documents whose movements are not what is kept of them: they are posted at no cost.
    anew: BTreeMap<Key, Object>,
    /// Movements out of what is kept.
    kept: Vec<Posting>,
}

impl<'s> Costing<'s> {
    /// For changes of these documents, in books with notes or without.
    pub fn new(
        settings: &'s Settings,
        earliest: Option<Date>,
        changed: BTreeSet<Key>,
        has_notes: bool,
    ) -> Self {
        Self {
            settings,
            earliest,
            changed,
            has_notes,
            items: BTreeSet::new(),
            anew: BTreeMap::new(),
            kept: Vec::new(),
        }
    }

    /// Works out what these items cost; none when too many documents move them, and everything is
    /// posted again more quickly.
    pub fn work_out(
        mut self,
        unit: &mut dyn UnitOfWork,
        items: &BTreeSet<Key>,
        documents_count_max: usize,
    ) -> Result<Option<Vec<Key>>, StoreError> {
        let mut waiting: Vec<Key> = items.iter().copied().collect();
        for &document in &self.changed.clone() {
            self.take_anew(&*unit, document, &mut waiting)?;
        }
        while let Some(item) = waiting.pop() {
            if !self.items.insert(item) {
                continue;
            }
            if self.has_notes {
                self.gather_named(&*unit, item, &mut waiting)?;
            } else {
                self.gather_kept(&*unit, item, &mut waiting)?;
            }
            if self.kept.len() + self.anew.len() > documents_count_max {
                return Ok(None);
            }
        }
        self.keep(unit).map(Some)
    }

    /// A document that is posted anew; a production order brings the items of its other lines.
    fn take_anew(
        &mut self,
        reader: &dyn Reader,
        document: Key,
        waiting: &mut Vec<Key>,
    ) -> Result<(), StoreError> {
        if self.anew.contains_key(&document) {
            return Ok(());
        }
        let found = reader.object(document)?;
        if let Some(object) = found.filter(|it| is_document(it.content_type)) {
            if object.content_type == kinds::PRODUCTION_ORDER {
                waiting.extend(self.settings.averaged_items(&object));
            }
            self.anew.insert(document, object);
        }
        Ok(())
    }

    /// The movements of an item out of its postings: all but production orders post the same units
    /// and prices whatever units cost.
    fn gather_kept(
        &mut self,
        reader: &dyn Reader,
        item: Key,
        waiting: &mut Vec<Key>,
    ) -> Result<(), StoreError> {
        let filter = PostingFilter {
            subledger: Some(item),
            ..PostingFilter::default()
        };
        let mut orders = BTreeSet::new();
        reader.each_posting(&filter, &mut |posting| {
            if posting.document_kind == kinds::PRODUCTION_ORDER {
                orders.insert(posting.document);
            } else if !self.changed.contains(&posting.document) {
                self.kept.push(posting.clone());
            }
            Ok(())
        })?;
        for order in orders {
            self.take_anew(reader, order, waiting)?;
        }
        Ok(())
    }

    /// The documents that name an item or a kit with it.
    fn gather_named(
        &mut self,
        reader: &dyn Reader,
        item: Key,
        waiting: &mut Vec<Key>,
    ) -> Result<(), StoreError> {
        for &named in self.settings.kits_with(item).iter().chain([&item]) {
            for document in reader.documents_naming(named)? {
                self.take_anew(reader, document, waiting)?;
            }
        }
        Ok(())
    }

    /// Keeps what the items cost now, and says which documents post otherwise by it.
    fn keep(self, unit: &mut dyn UnitOfWork) -> Result<Vec<Key>, StoreError> {
        let documents: Vec<Object> = self.anew.values().cloned().collect();
        let mut part = self.settings.part(&*unit, &documents)?;
        part.books.earliest_elsewhere = self.earliest;
        let posted = ledger::post_without_costs(&part.books).postings;
        let anew = posted
            .into_iter()
            .filter(|it| self.anew.contains_key(&it.document))
            .filter(|it| self.moves(it));
        let all: Vec<Posting> = self.kept.iter().cloned().chain(anew).collect();
        let mut movements = StockMovements::default();
        let mut costs = KeptCosts::default();
        for posting in &all {
            movements.add(posting);
            note_valued(posting, &mut costs.valued_until);
        }
        costs.averages = movements.average_costs(self.settings.books());
        costs.averages.retain(&self.items);
        costs
            .valued_until
            .retain(|item, _| self.items.contains(item));
        let before = unit.kept_costs(&self.items)?;
        let first_days: BTreeMap<Key, Date> = self
            .items
            .iter()
            .filter_map(|&item| {
                Some((
                    item,
                    before.averages.first_difference(&costs.averages, item)?,
                ))
            })
            .collect();
        unit.put_kept_costs(&self.items, &costs)?;
        let costs_otherwise = |posting: &&Posting| {
            let first = posting.subledger.and_then(|item| first_days.get(&item));
            first.is_some_and(|first| posting.date >= *first)
        };
        let otherwise: BTreeSet<Key> = all
            .iter()
            .filter(costs_otherwise)
            .filter(|it| ledger::is_posted_at_cost(it.document_kind))
            .map(|it| it.document)
            .collect();
        Ok(otherwise.into_iter().collect())
    }

    /// Whether a posting moves one of the items, or what a production order made of one.
    fn moves(&self, posting: &Posting) -> bool {
        posting.document_kind == kinds::PRODUCTION_ORDER
            || posting
                .subledger
                .is_some_and(|item| self.items.contains(&item))
    }
}
