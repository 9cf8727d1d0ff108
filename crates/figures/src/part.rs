//! Part of the books: the settings, some documents, and what those lean on.

use books::documents::{NotedStock, POSTED_KINDS, UNTYPED_KINDS};
use books::{Books, Key, Object, kinds};
use interchange::{BooksReader, decode, keys_named};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use store::{KeptCosts, PostedDocument, Reader, StoreError};

/// Kinds of documents that make no postings and have a heading.
const HEADED_KINDS: [Key; 6] = [
    kinds::SALES_QUOTE,
    kinds::SALES_ORDER,
    kinds::DELIVERY_NOTE,
    kinds::PURCHASE_QUOTE,
    kinds::PURCHASE_ORDER,
    kinds::GOODS_RECEIPT,
];

/// Kinds of which a business has very many and which nothing follows from.
pub const SILENT_KINDS: [Key; 1] = [kinds::ATTACHMENT];

/// Whether records of this kind are documents: they post, or have a heading.
pub fn is_document(kind: Key) -> bool {
    POSTED_KINDS.contains(&kind) || UNTYPED_KINDS.contains(&kind) || HEADED_KINDS.contains(&kind)
}

/// Everything but the documents, read once for posting many of them.
pub struct Settings {
    books: Books,
    /// The same without what a business may have very much of: customers, suppliers, employees,
    /// items and set unit costs. Those are lent to a part of the documents as it names them.
    rest: Books,
    /// The set unit costs of each item.
    unit_costs: BTreeMap<Key, Vec<Key>>,
    /// The kits in which an item is.
    kits: BTreeMap<Key, Vec<Key>>,
    /// What posts out of all the postings under it: investments with a market price
    /// (SPEC-posting.md, 15.7).
    gathering: BTreeSet<Key>,
}

/// Some documents and those that they name, with the settings that they lean on.
pub struct Part {
    pub books: Books,
    /// The records that each of the documents names.
    names: BTreeMap<Key, Vec<Key>>,
}

/// What documents name.
pub struct Looked {
    names: BTreeMap<Key, Vec<Key>>,
    leaning: Leaning,
    /// The records that may be documents too, and have to be read.
    wanted: Vec<Key>,
}

impl Looked {
    /// Reads the other documents that are named.
    pub fn read_wanted(&self, reader: &dyn Reader) -> Result<Vec<Object>, StoreError> {
        let mut named = Vec::new();
        for &key in &self.wanted {
            let object = reader.object(key)?;
            named.extend(object.filter(|it| is_document(it.content_type)));
        }
        Ok(named)
    }
}

impl Part {
    /// The date of its earliest document.
    pub fn earliest(&self) -> Option<Date> {
        self.books.earliest_date()
    }

    /// What follows from its documents.
    pub fn post(self, whole: &Whole) -> BTreeMap<Key, PostedDocument> {
        let Self { mut books, names } = self;
        let mut posted: BTreeMap<Key, PostedDocument> = BTreeMap::new();
        for (document, names) in names {
            posted.entry(document).or_default().names = names;
        }
        books.earliest_elsewhere = whole.earliest;
        books.stock_notes_elsewhere = whole.noted.of_invoices(books.invoices.keys());
        books.average_costs = Some(whole.costs.averages.of_items(books.items.keys()));
        sort_out(ledger::post(&books), &mut posted);
        posted
    }
}

/// What follows from all documents and bears on each.
#[derive(Debug, Clone, Default)]
pub struct Whole {
    /// The date of the earliest document.
    pub earliest: Option<Date>,
    /// What units of inventory cost.
    pub costs: KeptCosts,
    /// Which invoices are moved by notes: of all, or of those that are posted.
    pub noted: NotedStock,
}

impl Settings {
    /// Reads them.
    pub fn read(reader: &dyn Reader) -> Result<Self, StoreError> {
        let mut settings = BooksReader::new();
        let mut has_prices = false;
        for (kind, _) in reader.object_counts()? {
            has_prices |= kind == kinds::INVESTMENT_MARKET_PRICE;
            if is_document(kind) || SILENT_KINDS.contains(&kind) {
                continue;
            }
            reader.each_object(Some(kind), &mut |object| {
                settings.add(&object);
                Ok(())
            })?;
        }
        Ok(Self::of(settings.finish().0, has_prices))
    }

    fn of(mut books: Books, has_prices: bool) -> Self {
        let (mut unit_costs, mut kits) = (BTreeMap::new(), BTreeMap::new());
        for cost in books.unit_costs.values() {
            let of_item: &mut Vec<Key> = unit_costs.entry(cost.item).or_default();
            of_item.push(cost.key);
        }
        for item in books.items.values() {
            for part in &item.components {
                let kits: &mut Vec<Key> = kits.entry(part.item).or_default();
                kits.push(item.key);
            }
        }
        let gathering = books
            .holdings
            .values()
            .filter(|holding| has_prices && holding.kind == kinds::INVESTMENT);
        let gathering = gathering.map(|holding| holding.key).collect();
        let many = (
            std::mem::take(&mut books.parties),
            std::mem::take(&mut books.items),
            std::mem::take(&mut books.unit_costs),
        );
        let rest = books.clone();
        (books.parties, books.items, books.unit_costs) = many;
        Self {
            books,
            rest,
            unit_costs,
            kits,
            gathering,
        }
    }

    /// The books without a document.
    pub fn into_books(self) -> Books {
        self.books
    }

    /// The same, to look things up in.
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// What posts out of all the postings under it.
    pub fn gathering(&self) -> &BTreeSet<Key> {
        &self.gathering
    }

    /// Whether what gathers depends on this document.
    pub fn is_gathered(&self, document: &Object) -> bool {
        !self.gathering.is_empty()
            && (document.content_type == kinds::INVESTMENT_MARKET_PRICE
                || self
                    .names(document)
                    .unwrap_or_default()
                    .iter()
                    .any(|named| self.gathering.contains(named)))
    }

    /// Whether there is an inventory item that costs what it costs on average.
    pub fn has_averages(&self) -> bool {
        let mut items = self.books.items.keys();
        items.any(|item| self.is_at_average(*item))
    }

    /// The inventory items that a document moves at an average cost, those in kits among them.
    pub fn averaged_items(&self, document: &Object) -> BTreeSet<Key> {
        let mut found = BTreeSet::new();
        for named in self.names(document).unwrap_or_default() {
            let Some(item) = self.books.items.get(&named) else {
                continue;
            };
            let parts = item.components.iter().map(|part| part.item);
            found.extend(parts.chain([named]));
        }
        found.retain(|item| self.is_at_average(*item));
        found
    }

    /// The customers, bank accounts and the like that are held in a foreign currency.
    pub fn held_in(&self, currency: Key) -> Vec<Key> {
        let (parties, banks) = (
            self.books.parties.values(),
            self.books.bank_accounts.values(),
        );
        let holdings = self.books.holdings.values();
        let all = parties
            .map(|it| (it.key, it.currency))
            .chain(banks.map(|it| (it.key, it.currency)))
            .chain(holdings.map(|it| (it.key, it.currency)));
        all.filter(|(_, held_in)| *held_in == Some(currency))
            .map(|(key, _)| key)
            .collect()
    }

    /// The kits in which an item is.
    pub fn kits_with(&self, item: Key) -> &[Key] {
        self.kits.get(&item).map_or(&[], Vec::as_slice)
    }

    /// Whether what an item costs follows from all documents: it costs its average, and no cost is
    /// set for it.
    fn is_at_average(&self, item: Key) -> bool {
        let found = self.books.items.get(&item);
        found.is_some_and(|it| it.costs_at_average) && !self.unit_costs.contains_key(&item)
    }

    /// What follows from these documents.
    pub fn post(
        &self,
        reader: &dyn Reader,
        documents: &[Object],
        whole: &Whole,
    ) -> Result<BTreeMap<Key, PostedDocument>, StoreError> {
        Ok(self.part(reader, documents)?.post(whole))
    }

    /// These documents and those that they name, with the settings that all of them lean on: a
    /// note without a customer has that of its invoice.
    pub fn part(&self, reader: &dyn Reader, documents: &[Object]) -> Result<Part, StoreError> {
        let looked = self.look(documents);
        let named = looked.read_wanted(reader)?;
        Ok(self.take(documents, looked, &named))
    }

    /// Looks which records documents name, without reading any.
    pub fn look(&self, documents: &[Object]) -> Looked {
        let mut leaning = Leaning::default();
        let mut names = BTreeMap::new();
        for document in documents {
            names.insert(document.key, leaning.add(self.names(document)));
        }
        let wanted = leaning.on.iter().copied();
        let wanted = wanted.filter(|key| !names.contains_key(key) && !self.is_lent(*key));
        Looked {
            wanted: wanted.collect(),
            names,
            leaning,
        }
    }

    /// The part that these documents are, with those that they name.
    pub fn take(&self, documents: &[Object], looked: Looked, named: &[Object]) -> Part {
        let Looked {
            names, mut leaning, ..
        } = looked;
        for document in named {
            leaning.add(self.names(document));
        }
        let mut books = BooksReader::continuing(self.lend(&leaning));
        documents.iter().for_each(|document| books.add(document));
        named.iter().for_each(|document| books.add(document));
        let books = books.finish().0;
        Part { books, names }
    }

    /// Whether this is a record that [`Self::lend`] lends, and so no document.
    fn is_lent(&self, key: Key) -> bool {
        self.books.parties.contains_key(&key)
            || self.books.items.contains_key(&key)
            || self.books.bank_accounts.contains_key(&key)
            || self.books.tax_codes.contains_key(&key)
    }

    /// The settings, with those customers, items and the like that are named.
    fn lend(&self, leaning: &Leaning) -> Books {
        if leaning.is_on_everything {
            return self.books.clone();
        }
        let mut books = self.rest.clone();
        for key in &leaning.on {
            if let Some(party) = self.books.parties.get(key) {
                books.parties.insert(*key, party.clone());
            }
            let Some(item) = self.books.items.get(key) else {
                continue;
            };
            let parts = item.components.iter().map(|part| part.item);
            for key in parts.chain([item.key]) {
                self.lend_item(key, &mut books);
            }
        }
        books
    }

    fn lend_item(&self, key: Key, books: &mut Books) {
        if let Some(item) = self.books.items.get(&key) {
            books.items.insert(key, item.clone());
        }
        for cost in self.unit_costs.get(&key).into_iter().flatten() {
            if let Some(set) = self.books.unit_costs.get(cost) {
                books.unit_costs.insert(*cost, set.clone());
            }
        }
    }

    /// The records that a document names, accounts left out; nothing where its bytes do not say.
    fn names(&self, document: &Object) -> Option<Vec<Key>> {
        let record = decode(document.content_type, &document.content).ok()?;
        let mut named = keys_named(document.content_type, &record);
        named.retain(|key| !self.books.accounts.contains_key(key) && kinds::find(*key).is_none());
        named.sort_unstable();
        named.dedup();
        Some(named)
    }
}

/// What documents lean on.
#[derive(Debug, Default)]
struct Leaning {
    on: BTreeSet<Key>,
    /// A document could not be taken apart: what it names is not known.
    is_on_everything: bool,
}

impl Leaning {
    /// Takes in what a document names, and hands it back.
    fn add(&mut self, names: Option<Vec<Key>>) -> Vec<Key> {
        self.is_on_everything |= names.is_none();
        let names = names.unwrap_or_default();
        self.on.extend(&names);
        names
    }
}

/// What one record says.
pub fn typed(object: Option<&Object>) -> Books {
    let mut reader = BooksReader::new();
    if let Some(object) = object {
        reader.add(object);
    }
    reader.finish().0
}

/// The date of the earliest of these documents.
pub fn earliest_of(documents: &[Object]) -> Option<Date> {
    let mut reader = BooksReader::new();
    documents.iter().for_each(|document| reader.add(document));
    reader.finish().0.earliest_date()
}

/// Gives each document what is its own; what belongs to others is dropped.
fn sort_out(ledger: ledger::Ledger, posted: &mut BTreeMap<Key, PostedDocument>) {
    for posting in ledger.postings {
        if let Some(mine) = posted.get_mut(&posting.document) {
            mine.postings.push(posting);
        }
    }
    for reason in ledger.suspense {
        if let Some(mine) = posted.get_mut(&reason.document) {
            mine.suspense.push(reason);
        }
    }
    for reason in ledger.not_posted {
        if let Some(mine) = posted.get_mut(&reason.document) {
            mine.not_posted.push(reason);
        }
    }
    for head in ledger.heads {
        if let Some(mine) = posted.get_mut(&head.document) {
            mine.head = Some(head);
        }
    }
}
