//! Every address of the pages and every operation of the API, with keys of what is there: the
//! addresses are those of the table that the pages' own tests compare with the router, the
//! operations those that the node describes. And what the rows of a subscriber hold, to compare.

use super::attacks::token;
use super::browser::{Answer, Browser};
use super::ground::{Ground, Node};
use super::nodes::customer;
use super::serving::create;
use serde_json::Value;
use std::collections::BTreeMap;

/// What each address asks for: method, path, words.
const TABLE: &str = include_str!("../../../../web/tests/it/access_table.tsv");
/// A key that nothing has.
pub const NOTHING: &str = "c0ffee00-0000-4000-8000-000000000001";
/// Rows that change by themselves, or by being asked: sessions, counts of tries, the security log,
/// and the work of nodes.
const LIVELY: [&str; 3] = ["jobs", "turns", "subscribers"];

/// An address of the pages.
pub struct Row {
    pub method: &'static str,
    pub path: &'static str,
    pub wanted: &'static str,
}

impl Row {
    pub fn is(&self, method: &str, path: &str) -> bool {
        self.method == method && self.path == path
    }
}

/// Every address of the pages.
pub fn rows() -> Vec<Row> {
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let mut next = || cells.next().expect("three cells");
        Row {
            method: next(),
            path: next(),
            wanted: next(),
        }
    };
    TABLE.lines().map(row).collect()
}

/// What stands in the holes of addresses: what is not named is a key that nothing has.
#[derive(Debug, Clone, Default)]
pub struct Keys(pub BTreeMap<&'static str, String>);

impl Keys {
    pub fn get(&self, name: &str) -> String {
        let found = self.0.get(name).cloned();
        found.unwrap_or_else(|| NOTHING.to_owned())
    }

    /// The address with these keys in its holes.
    pub fn fill(&self, pattern: &str) -> String {
        let parts: Vec<&str> = pattern.split('/').collect();
        let of_business = ["businesses", "trash", "opened", "exchanges"];
        let filled = parts.iter().enumerate().map(|(at, part)| match *part {
            "{key}" if at == 2 && of_business.contains(&parts[1]) => self.get("business"),
            "{key}" => self.get("record"),
            "{slug}" | "{kind}" => "customers".to_owned(),
            "{report}" => "trial-balance".to_owned(),
            "{name}" => "style.css".to_owned(),
            "{language}" => "en".to_owned(),
            "{purpose}" => "sales-invoices".to_owned(),
            "{form}" => "csv".to_owned(),
            "{sequence}" | "{row}" | "{number}" => "1".to_owned(),
            hole if hole.starts_with('{') => self.get(hole.trim_matches(['{', '}'])),
            part => part.to_owned(),
        });
        filled.collect::<Vec<_>>().join("/")
    }

    /// The names of these keys that stand in an address.
    pub fn holes_of(&self, path: &str) -> Vec<&'static str> {
        let own = self.0.iter();
        let own = own.filter(|(_, value)| path.split('/').any(|part| part == *value));
        own.map(|(name, _)| *name).collect()
    }
}

/// An operation of the API.
pub struct Operation {
    pub method: String,
    pub path: String,
    pub id: String,
}

/// Every operation that a node describes.
pub fn operations(node: &Node) -> Vec<Operation> {
    let text = node.browser().get("/api/openapi.json").body;
    let document: Value = serde_json::from_str(&text).expect("a description");
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for (method, operation) in methods.as_object().expect("methods") {
            if let Some(id) = operation["operationId"].as_str() {
                found.push(Operation {
                    method: method.to_uppercase(),
                    path: format!("/api{path}"),
                    id: id.to_owned(),
                });
            }
        }
    }
    assert!(found.len() >= 15, "the operations are found");
    found
}

/// Asks for an operation as a program does, with a body that changes a customer.
pub fn ask(node: &Node, token: &str, method: &str, path: &str, body: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    let mut headers = vec![
        ("Content-Type", "application/json"),
        // Nothing is kept from being changed by the want of a version alone.
        ("If-Match", "*"),
        ("Sec-Fetch-Site", "none"),
    ];
    if !token.is_empty() {
        headers.push(("Authorization", bearer.as_str()));
    }
    node.browser().send(method, path, &headers, body)
}

/// Asks for an address as a page's link or form does.
pub fn visit(browser: &Browser, method: &str, path: &str, form: &str) -> Answer {
    let kind = [("Content-Type", "application/x-www-form-urlencoded")];
    let headers: &[(&str, &str)] = if method == "GET" { &[] } else { &kind };
    browser.clone().send(method, path, headers, form)
}

/// A subscriber with something of everything in a business, all of it named by one word.
pub struct Furnished {
    pub browser: Browser,
    pub token: String,
    pub subscriber: String,
    pub keys: Keys,
}

/// Signs somebody up who has a business with a customer and a file.
pub fn furnished(node: &Node, name: &str, email: &str) -> Furnished {
    let mut browser = node.newcomer(&format!("{name} firm"), email);
    let business = create(&mut browser, &format!("{name} business"));
    let record = customer(&mut browser, &business, &format!("{name} customer"));
    let token = token(&mut browser);
    let record = last(&record);
    let path = format!(
        "/api/v1{business}/records/customers/{record}/attachments?name={}-file.txt",
        name.to_lowercase()
    );
    let made = ask(node, &token, "POST", &path, &format!("{name} content"));
    assert_eq!(made.status, 201, "{}", made.body);
    let made: Value = serde_json::from_str(&made.body).expect("a file");
    let attachment = made["key"].as_str().expect("a key").to_owned();
    let keys = BTreeMap::from([
        ("business", last(&business)),
        ("record", record),
        ("attachment", attachment),
    ]);
    Furnished {
        subscriber: browser.cookies["subscriber"].clone(),
        browser,
        token,
        keys: Keys(keys),
    }
}

/// The key that an address ends with.
pub fn last(path: &str) -> String {
    let (_, key) = path.rsplit_once('/').expect("a key");
    key.to_owned()
}

/// A digest of what each table holds of a subscriber, but for what changes by itself.
pub fn held(ground: &Ground, subscriber: &str) -> BTreeMap<String, String> {
    let tables = ground.sql(
        "SELECT c.table_name FROM information_schema.columns c
         JOIN information_schema.tables t USING (table_schema, table_name)
         WHERE c.table_schema = 'public' AND c.column_name = 'subscriber'
           AND t.table_type = 'BASE TABLE' ORDER BY 1",
    );
    let of_table = |table: &str| {
        let still = match table {
            "user_rows" => "AND drawer NOT IN ('sessions', 'failures', 'events')",
            _ => "",
        };
        format!(
            "SELECT '{table}=' || count(*) || ' ' ||
                 coalesce(md5(string_agg(md5(t::text), '' ORDER BY t::text)), '')
             FROM {table} t WHERE subscriber = '{subscriber}' {still}"
        )
    };
    let each = tables.lines().filter(|it| !LIVELY.contains(it));
    let asked: Vec<String> = each.map(of_table).collect();
    assert!(asked.len() > 20, "the tables are found: {tables}");
    let told = ground.sql(&asked.join(" UNION ALL "));
    let pairs = told.lines().filter_map(|line| line.split_once('='));
    let held: BTreeMap<String, String> = pairs
        .map(|(table, digest)| (table.to_owned(), digest.to_owned()))
        .collect();
    assert!(held["objects"].starts_with(|it| it != '0'), "{held:?}");
    held
}
