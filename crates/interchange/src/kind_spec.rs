//! How a kind of record is described: one [`KindSpec`] per kind, one [`FieldSpec`] per field.
//!
//! Everything that decodes, edits, lists or prints records is driven by these descriptions, so
//! that knowledge about a kind stands in one place: its file under `manager/`. How sure each
//! number is stands beside it (docs/SPEC-manager-records.md, "Certainty"). What no description
//! names is kept byte for byte all the same.

use books::Key;

/// Where a kind stands in the program's tabs and settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Bank and cash accounts, receipts, payments, transfers.
    Money,
    /// Customers and what is sold to them.
    Sales,
    /// Suppliers and what is bought from them.
    Purchases,
    /// Inventory and what moves it.
    Stock,
    /// The chart of accounts and journal entries.
    Accounts,
    /// Fixed and intangible assets, investments, capital and special accounts.
    Assets,
    /// Employees and their pay.
    Payroll,
    /// Settings, singletons, custom fields and starting balances.
    Settings,
    /// The rest.
    Other,
}

/// How sure the number and the name of a field are (docs/SPEC-manager-records.md, "Certainty").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Seen in a real file and in another source, or in two independent sources.
    Confirmed,
    /// Seen in real files only.
    RealFile,
    /// One source names it; no real file was seen to hold it. A hypothesis.
    OneSource,
    /// The number is known and the name concluded from its place and values.
    Inferred,
    /// Ours: nobody knows the other program's number, so the value stands under a number from 1001
    /// upward, which no version of it uses (SPEC-manager-records.md, section 1).
    Ours,
}

/// What the bytes of a field mean.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One line of text.
    Text,
    /// Text of several lines.
    LongText,
    /// Text in HTML. It is data: shown as text, never rendered.
    Html,
    /// Text of a script. It is data: never run.
    Script,
    /// Yes or no; no is not written.
    Flag,
    /// A whole number; zero is not written.
    Integer,
    /// A whole number out of a list, with an English name for each known one.
    Choice(&'static [(i64, &'static str)]),
    /// A date.
    Date,
    /// A date that later versions write and no longer read.
    ObsoleteDate,
    /// An exact number; its scale is kept.
    Decimal,
    /// The key of another record; the kinds it may name, or any when the list is empty.
    Reference(&'static [Key]),
    /// The same, written any number of times.
    References(&'static [Key]),
    /// The older form of custom fields: repeated pairs of definition and text.
    CustomFieldsOld,
    /// The newer form of custom fields: lists of texts, numbers, dates, flags and several texts by
    /// definition.
    CustomFields2,
    /// Text, written any number of times: the choices of one custom field.
    Texts,
    /// Parts written any number of times: the lines of a document.
    Lines(&'static [FieldSpec]),
    /// A part written once.
    Part(&'static [FieldSpec]),
    /// Bytes that mean something to nobody here.
    Bytes,
}

impl Shape {
    /// A short English name, for messages and reports: `date`, `lines`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text | Self::LongText | Self::Html | Self::Script => "text",
            Self::Texts => "texts",
            Self::Flag => "flag",
            Self::Integer => "integer",
            Self::Choice(_) => "choice",
            Self::Date | Self::ObsoleteDate => "date",
            Self::Decimal => "decimal",
            Self::Reference(_) | Self::References(_) => "reference",
            Self::CustomFieldsOld | Self::CustomFields2 => "custom fields",
            Self::Lines(_) => "lines",
            Self::Part(_) => "part",
            Self::Bytes => "bytes",
        }
    }

    /// Whether the field may be written more than once.
    pub fn is_repeated(self) -> bool {
        matches!(
            self,
            Self::References(_) | Self::Lines(_) | Self::CustomFieldsOld | Self::Texts
        )
    }

    /// The fields of a line or part; none for any other shape.
    pub fn parts(self) -> &'static [FieldSpec] {
        match self {
            Self::Lines(fields) | Self::Part(fields) => fields,
            _ => &[],
        }
    }
}

/// One field of a kind or of a line.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field number in the wire encoding.
    pub number: u32,
    /// The English name, as in docs/SPEC-manager-records.md: `IssueDate`.
    pub name: &'static str,
    /// What the bytes mean.
    pub shape: Shape,
    /// How sure number and name are.
    pub certainty: Certainty,
}

impl FieldSpec {
    /// A field; the form in which the descriptions under `manager/` are written.
    pub const fn new(number: u32, name: &'static str, shape: Shape, certainty: Certainty) -> Self {
        Self {
            number,
            name,
            shape,
            certainty,
        }
    }
}

/// One kind of record.
#[derive(Debug, Clone, Copy)]
pub struct KindSpec {
    /// The content type.
    pub content_type: Key,
    /// The name of the kind, in English and without spaces: `SalesInvoice`.
    pub name: &'static str,
    /// The kind in addresses of pages: `sales-invoices`.
    pub slug: &'static str,
    /// Where the kind stands in the program.
    pub group: Group,
    /// The known fields in ascending order of their numbers.
    pub fields: &'static [FieldSpec],
    /// The fields that name a record, the best first: a name or a reference.
    pub title_fields: &'static [u32],
    /// The fields that a list of records of this kind shows, in that order.
    pub list_columns: &'static [u32],
    /// The date by which records of this kind are sorted and filtered.
    pub date_field: Option<u32>,
    /// Whether a business has one record of this kind at most, keyed by its content type.
    pub singleton: bool,
    /// Whether this version has a form for it.
    pub editable: bool,
}

impl KindSpec {
    /// A kind without title, list columns or date, which the methods below add.
    pub const fn new(
        content_type: Key,
        name: &'static str,
        slug: &'static str,
        group: Group,
        fields: &'static [FieldSpec],
    ) -> Self {
        Self {
            content_type,
            name,
            slug,
            group,
            fields,
            title_fields: &[],
            list_columns: &[],
            date_field: None,
            singleton: false,
            editable: false,
        }
    }

    /// The same kind, named by these fields, the best first.
    pub const fn titled(mut self, fields: &'static [u32]) -> Self {
        self.title_fields = fields;
        self
    }

    /// The same kind, listed with these columns.
    pub const fn listed(mut self, columns: &'static [u32]) -> Self {
        self.list_columns = columns;
        self
    }

    /// The same kind, dated by this field.
    pub const fn dated(mut self, field: u32) -> Self {
        self.date_field = Some(field);
        self
    }

    /// The same kind, of which a business has one record at most.
    pub const fn single(mut self) -> Self {
        self.singleton = true;
        self
    }

    /// The same kind, with a form in this version.
    pub const fn with_form(mut self) -> Self {
        self.editable = true;
        self
    }

    /// The field with this number, when it is known.
    pub fn field(&self, number: u32) -> Option<&'static FieldSpec> {
        field_spec(self.fields, number)
    }

    /// The field with this English name, when it is known.
    pub fn field_by_name(&self, name: &str) -> Option<&'static FieldSpec> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// The field with this number among the fields of a kind or of a line.
pub fn field_spec(fields: &'static [FieldSpec], number: u32) -> Option<&'static FieldSpec> {
    fields.iter().find(|field| field.number == number)
}

/// The description of the kind with this content type, when there is one.
pub fn spec(content_type: Key) -> Option<&'static KindSpec> {
    specs()
        .iter()
        .copied()
        .find(|spec| spec.content_type == content_type)
}

/// Every described kind, in the order of the program's tabs.
pub fn specs() -> &'static [&'static KindSpec] {
    crate::manager::SPECS
}

/// The description of the kind with this slug: `sales-invoices`.
pub fn spec_by_slug(slug: &str) -> Option<&'static KindSpec> {
    specs().iter().copied().find(|spec| spec.slug == slug)
}

/// The description of the kind with this name: `SalesInvoice`.
pub fn spec_by_name(name: &str) -> Option<&'static KindSpec> {
    specs().iter().copied().find(|spec| spec.name == name)
}
