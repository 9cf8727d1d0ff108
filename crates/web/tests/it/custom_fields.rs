//! Custom fields of every type, walked the whole way: defined, typed on the head and on a line,
//! shown, printed, listed, copied, out as a table and back in.

use crate::bench::{Bench, CUSTOMER, SALES};
use crate::sent_form::filled_form;
use books::{Key, kinds};
use interchange::{FieldValue, decode};

/// The sort of each field, what it is called, and what is typed into it on the head and on a line.
const WALKED: [(&str, &str, &[&str], &[&str]); 7] = [
    ("text-custom-fields", "Mark", &["AB-7"], &["x-1"]),
    ("text-custom-fields", "Notes", &["one\ntwo"], &["three"]),
    ("text-custom-fields", "Grade", &["fine"], &["plain"]),
    ("number-custom-fields", "Weight", &["12.50"], &["3.25"]),
    (
        "date-custom-fields",
        "Ripe on",
        &["2026-10-31"],
        &["2026-12-24"],
    ),
    ("checkbox-custom-fields", "Fragile", &["on"], &["on"]),
    (
        "multiple-value-custom-fields",
        "Colours",
        &["red", "sky blue"],
        &["green"],
    ),
];

/// What pages show of them, on the head and on the line.
const SHOWN: [(&str, &str); 6] = [
    ("AB-7", "x-1"),
    ("fine", "plain"),
    ("12.5", "3.25"),
    ("31/10/2026", "24/12/2026"),
    ("Yes", "Yes"),
    ("red, sky blue", "green"),
];

struct Walk {
    bench: Bench,
    business: Key,
    fields: Vec<Key>,
}

impl Walk {
    /// A business with a field of each type on sales quotes and invoices and on their lines.
    async fn new() -> Self {
        let bench = Bench::new();
        let business = bench.small_business();
        let mut fields = Vec::new();
        for (sort, name, _, _) in WALKED {
            let mut pairs = vec![("Name", name), ("ShowInLists", "on")];
            for slug in ["sales-quotes", "sales-invoices"] {
                pairs.extend([("Placement", slug), ("LinePlacement", slug)]);
            }
            match name {
                "Notes" => pairs.push(("Type", "1")),
                "Grade" => pairs.extend([("Type", "2"), ("Options", "fine\nplain")]),
                "Colours" => pairs.push(("Options", "red\ngreen\nsky blue")),
                _ => {}
            }
            let page = format!("/businesses/{business}/settings/custom-fields/new/{sort}");
            let before = fields.clone();
            bench.post(&page, &pairs).await.location();
            let slug = interchange::spec_by_slug(sort).expect("a sort");
            let made = bench.objects(business, Some(slug.content_type));
            let fresh = made.iter().find(|it| !before.contains(&it.key));
            fields.push(fresh.expect("a definition").key);
        }
        Self {
            bench,
            business,
            fields,
        }
    }

    fn list(&self, slug: &str) -> String {
        format!("/businesses/{}/records/{slug}", self.business)
    }

    fn record(&self, key: Key) -> String {
        format!("/businesses/{}/record/{key}", self.business)
    }

    async fn page(&self, path: &str) -> String {
        self.bench.get(path).await.text()
    }

    async fn sends(&self, path: &str, pairs: &[(String, String)]) -> crate::world::Answer {
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.bench.post(path, &pairs).await
    }

    /// A quote with everything filled.
    async fn quote(&self) -> Key {
        let mut pairs: Vec<(String, String)> = [
            ("IssueDate", "2026-11-21".to_owned()),
            ("Customer", CUSTOMER.to_string()),
            ("lines[0].Item", format!("account:{SALES}")),
            ("lines[0].UnitPrice", "100".to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec();
        for (definition, (_, _, head, line)) in self.fields.iter().zip(WALKED) {
            for value in head {
                pairs.push((format!("custom[{definition}]"), (*value).to_owned()));
            }
            for value in line {
                let name = format!("lines[0].custom[{definition}]");
                pairs.push((name, (*value).to_owned()));
            }
        }
        let saved = self.sends(&self.list("sales-quotes"), &pairs).await;
        saved.key_of_location()
    }

    /// The values of the head and of the first line, by definition.
    fn values(&self, key: Key, lines: &str) -> [Vec<Option<FieldValue>>; 2] {
        let object = self.bench.object(self.business, key).expect("it");
        let record = decode(object.content_type, &object.content).expect("a record");
        let spec = interchange::spec(object.content_type).expect("a kind");
        let lines = spec.field_by_name(lines).expect("lines");
        let line = record.lines(lines.number).next().expect("a line");
        [record.fields.as_slice(), line].map(|fields| {
            let of = |definition: &Key| {
                let mut all = fields.iter().filter_map(|field| match &field.value {
                    FieldValue::Custom(values) => Some(values),
                    _ => None,
                });
                let found = all.find_map(|it| it.iter().find(|it| it.definition == *definition));
                found.map(|custom| custom.value.clone())
            };
            self.fields.iter().map(of).collect()
        })
    }
}

#[tokio::test]
async fn fields_of_every_type_are_typed_kept_shown_listed_and_copied() {
    let walk = Walk::new().await;
    let quote = walk.quote().await;
    let kept = walk.values(quote, "Lines");
    assert!(kept.iter().flatten().all(Option::is_some), "{kept:?}");
    let colours = ["red", "sky blue"].map(str::to_owned).to_vec();
    assert_eq!(kept[0][6], Some(FieldValue::Texts(colours)));
    let page = walk.page(&walk.record(quote)).await;
    for (head, line) in SHOWN {
        assert!(
            page.contains(head) && page.contains(line),
            "{head} {line}: {page}"
        );
    }
    let list = walk.page(&walk.list("sales-quotes")).await;
    for ((_, name, _, _), (head, _)) in WALKED.iter().filter(|it| it.1 != "Notes").zip(SHOWN) {
        assert!(list.contains(name) && list.contains(head), "{name}: {list}");
    }
    // The form sent back as it is changes nothing; the invoice made of the quote has it all.
    let path = walk.record(quote);
    let entries = walk.bench.entries(walk.business).len();
    let form = filled_form(&walk.page(&format!("{path}/edit")).await);
    walk.sends(&path, &form).await.location();
    assert_eq!(walk.bench.entries(walk.business).len(), entries);
    let copied = walk
        .bench
        .get(&format!("{path}/copy?to=sales-invoices"))
        .await;
    let form = filled_form(&walk.page(&copied.location()).await);
    let invoice = walk.sends(&walk.list("sales-invoices"), &form).await;
    assert_eq!(walk.values(invoice.key_of_location(), "Lines"), kept);
    let pdf = walk.bench.get(&format!("{path}/pdf")).await;
    assert!(pdf.bytes.starts_with(b"%PDF"));
}

#[tokio::test]
async fn boxes_are_unticked_and_a_text_that_is_no_choice_is_refused() {
    let walk = Walk::new().await;
    let quote = walk.quote().await;
    let path = walk.record(quote);
    let colours = format!("custom[{}]", walk.fields[6]);
    let mut form = filled_form(&walk.page(&format!("{path}/edit")).await);
    let ticked = form.iter().filter(|(name, _)| *name == colours).count();
    assert_eq!(ticked, 2);
    let mut wrong = form.clone();
    wrong.push((colours.clone(), "mauve".to_owned()));
    let refused = walk.sends(&path, &wrong).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("mauve"), "{}", refused.text());
    form.retain(|(name, _)| *name != colours);
    walk.sends(&path, &form).await.location();
    let [head, line] = walk.values(quote, "Lines");
    assert_eq!(head[6], None);
    assert_eq!(line[6], Some(FieldValue::Texts(vec!["green".to_owned()])));
}

#[tokio::test]
async fn lists_are_sorted_searched_and_written_out_by_them() {
    let walk = Walk::new().await;
    let first = walk.quote().await;
    let second = walk.quote().await;
    let path = walk.record(second);
    let weight = format!("custom[{}]", walk.fields[3]);
    let mut form = filled_form(&walk.page(&format!("{path}/edit")).await);
    for (name, value) in &mut form {
        if *name == weight {
            *value = "2".to_owned();
        }
    }
    walk.sends(&path, &form).await.location();
    let list = walk.list("sales-quotes");
    let sorted = format!("{list}?sort=custom-{}", walk.fields[3]);
    let (light, heavy) = (
        walk.page(&sorted).await,
        walk.page(&sorted.replace("custom", "-custom")).await,
    );
    let is_before = |page: &str, one: Key, other: Key| {
        page.find(&one.to_string()) < page.find(&other.to_string())
    };
    assert!(is_before(&light, second, first) && is_before(&heavy, first, second));
    let found = walk.page(&format!("{list}?q=sky+blue")).await;
    assert!(found.contains(&first.to_string()), "{found}");
    let nothing = walk.page(&format!("{list}?q=mauve")).await;
    assert!(!nothing.contains(&first.to_string()), "{nothing}");
    let csv = walk.page(&format!("{list}/list.csv")).await;
    assert!(
        csv.contains("Colours") && csv.contains("\"red, sky blue\""),
        "{csv}"
    );
    assert!(csv.contains("2026-10-31") && csv.contains("12.50"), "{csv}");
}

#[tokio::test]
async fn a_table_of_them_goes_out_and_comes_back() {
    let walk = Walk::new().await;
    let quote = walk.quote().await;
    let kept = walk.values(quote, "Lines");
    let batch = format!("{}/batch", walk.list("sales-quotes"));
    let table = walk.page(&format!("{batch}/records.csv")).await;
    assert!(table.contains("red; sky blue"), "{table}");
    let entries = walk.bench.entries(walk.business).len();
    let parts = [("text", table.as_str())];
    walk.bench.post_multipart(&batch, &parts).await.location();
    assert_eq!(walk.bench.entries(walk.business).len(), entries);
    assert_eq!(walk.values(quote, "Lines"), kept);
    // As new records, with other values.
    let fresh = table
        .replace(&format!("{quote},2026-11-21,1,"), ",2026-11-21,2,")
        .replace("red; sky blue", "sky blue;green");
    let parts = [("text", fresh.as_str())];
    walk.bench.post_multipart(&batch, &parts).await.location();
    let made = walk.bench.objects(walk.business, Some(kinds::SALES_QUOTE));
    let made = made.iter().find(|it| it.key != quote).expect("a quote");
    let [head, line] = walk.values(made.key, "Lines");
    let colours = ["sky blue", "green"].map(str::to_owned).to_vec();
    assert_eq!(head[6], Some(FieldValue::Texts(colours)));
    assert_eq!(line, kept[1]);
    let wrong = fresh.replace("sky blue;green", "mauve");
    let parts = [("text", wrong.as_str())];
    let refused = walk
        .bench
        .post_multipart(&format!("{batch}/preview"), &parts)
        .await;
    assert!(refused.text().contains("mauve"), "{}", refused.text());
}
