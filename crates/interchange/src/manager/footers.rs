//! Footers: texts that stand at the foot of documents, one kind of footer per kind of document.
//!
//! They hold HTML, which is shown as text and never rendered. Three kinds were seen in real files;
//! the others are taken to be like them.

use crate::kind_spec::{
    Certainty::{Inferred, Ours, RealFile},
    FieldSpec, Group, KindSpec, Shape,
};
use books::{Key, kinds};

const SEEN: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, RealFile),
    FieldSpec::new(2, "Content", Shape::Html, RealFile),
    FieldSpec::new(1001, "OnEveryDocument", Shape::Flag, Ours),
    FieldSpec::new(1002, "Inactive", Shape::Flag, Ours),
];
const UNSEEN: &[FieldSpec] = &[
    FieldSpec::new(1, "Name", Shape::Text, Inferred),
    FieldSpec::new(2, "Content", Shape::Html, Inferred),
    FieldSpec::new(1001, "OnEveryDocument", Shape::Flag, Ours),
    FieldSpec::new(1002, "Inactive", Shape::Flag, Ours),
];

/// A kind of footer.
const fn footer(
    content_type: Key,
    name: &'static str,
    slug: &'static str,
    fields: &'static [FieldSpec],
) -> KindSpec {
    KindSpec::new(content_type, name, slug, Group::Settings, fields)
        .titled(&[1])
        .listed(&[1])
        .with_form()
}

/// SalesQuoteFooter.
pub(crate) static SALES_QUOTE_FOOTER: KindSpec = footer(
    kinds::SALES_QUOTE_FOOTER,
    "SalesQuoteFooter",
    "sales-quote-footers",
    UNSEEN,
);

/// SalesOrderFooter.
pub(crate) static SALES_ORDER_FOOTER: KindSpec = footer(
    kinds::SALES_ORDER_FOOTER,
    "SalesOrderFooter",
    "sales-order-footers",
    UNSEEN,
);

/// SalesInvoiceFooter.
pub(crate) static SALES_INVOICE_FOOTER: KindSpec = footer(
    kinds::SALES_INVOICE_FOOTER,
    "SalesInvoiceFooter",
    "sales-invoice-footers",
    SEEN,
);

/// CreditNoteFooter.
pub(crate) static CREDIT_NOTE_FOOTER: KindSpec = footer(
    kinds::CREDIT_NOTE_FOOTER,
    "CreditNoteFooter",
    "credit-note-footers",
    SEEN,
);

/// DeliveryNoteFooter.
pub(crate) static DELIVERY_NOTE_FOOTER: KindSpec = footer(
    kinds::DELIVERY_NOTE_FOOTER,
    "DeliveryNoteFooter",
    "delivery-note-footers",
    UNSEEN,
);

/// PurchaseQuoteFooter.
pub(crate) static PURCHASE_QUOTE_FOOTER: KindSpec = footer(
    kinds::PURCHASE_QUOTE_FOOTER,
    "PurchaseQuoteFooter",
    "purchase-quote-footers",
    UNSEEN,
);

/// PurchaseOrderFooter.
pub(crate) static PURCHASE_ORDER_FOOTER: KindSpec = footer(
    kinds::PURCHASE_ORDER_FOOTER,
    "PurchaseOrderFooter",
    "purchase-order-footers",
    UNSEEN,
);

/// PurchaseInvoiceFooter.
pub(crate) static PURCHASE_INVOICE_FOOTER: KindSpec = footer(
    kinds::PURCHASE_INVOICE_FOOTER,
    "PurchaseInvoiceFooter",
    "purchase-invoice-footers",
    UNSEEN,
);

/// DebitNoteFooter.
pub(crate) static DEBIT_NOTE_FOOTER: KindSpec = footer(
    kinds::DEBIT_NOTE_FOOTER,
    "DebitNoteFooter",
    "debit-note-footers",
    SEEN,
);

/// GoodsReceiptFooter.
pub(crate) static GOODS_RECEIPT_FOOTER: KindSpec = footer(
    kinds::GOODS_RECEIPT_FOOTER,
    "GoodsReceiptFooter",
    "goods-receipt-footers",
    UNSEEN,
);

/// ReceiptFooter.
pub(crate) static RECEIPT_FOOTER: KindSpec = footer(
    kinds::RECEIPT_FOOTER,
    "ReceiptFooter",
    "receipt-footers",
    UNSEEN,
);

/// PaymentFooter.
pub(crate) static PAYMENT_FOOTER: KindSpec = footer(
    kinds::PAYMENT_FOOTER,
    "PaymentFooter",
    "payment-footers",
    UNSEEN,
);

/// InterAccountTransferFooter.
pub(crate) static INTER_ACCOUNT_TRANSFER_FOOTER: KindSpec = footer(
    kinds::INTER_ACCOUNT_TRANSFER_FOOTER,
    "InterAccountTransferFooter",
    "inter-account-transfer-footers",
    UNSEEN,
);

/// ExpenseClaimFooter.
pub(crate) static EXPENSE_CLAIM_FOOTER: KindSpec = footer(
    kinds::EXPENSE_CLAIM_FOOTER,
    "ExpenseClaimFooter",
    "expense-claim-footers",
    UNSEEN,
);

/// PayslipFooter.
pub(crate) static PAYSLIP_FOOTER: KindSpec = footer(
    kinds::PAYSLIP_FOOTER,
    "PayslipFooter",
    "payslip-footers",
    UNSEEN,
);

/// JournalEntryFooter.
pub(crate) static JOURNAL_ENTRY_FOOTER: KindSpec = footer(
    kinds::JOURNAL_ENTRY_FOOTER,
    "JournalEntryFooter",
    "journal-entry-footers",
    UNSEEN,
);
