//! What came back, operation by operation: each has to have succeeded at least once.
//!
//! The asker writes down every request and the answer to it in the HTTP archive format (HAR 1.2).
//! The description says which addresses belong to which operation.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::screen::say;

/// An operation: its method, the parts of its address, and its name.
struct Operation<'d> {
    method: String,
    parts: Vec<&'d str>,
    name: &'d str,
}

impl Operation<'_> {
    /// Whether a request was for this operation. Parts in braces are whatever stands there.
    fn is_meant(&self, method: &str, path: &str) -> bool {
        let asked: Vec<&str> = path.trim_start_matches("/api").split('/').collect();
        let is_part = |(part, asked): (&&str, &&str)| part.starts_with('{') || part == asked;
        method.eq_ignore_ascii_case(&self.method)
            && asked.len() == self.parts.len()
            && self.parts.iter().zip(&asked).all(is_part)
    }
}

/// Tells how often each operation was asked for and succeeded.
///
/// # Errors
/// When the report cannot be read, or an operation never succeeded.
pub fn judge(description: &Value, report: &str) -> Result<()> {
    let operations = operations(description);
    ensure!(!operations.is_empty(), "the description has no operations");
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for operation in &operations {
        counts.insert(operation.name, (0, 0));
    }
    for (method, path, status) in entries(report)? {
        let meant = operations.iter().find(|one| one.is_meant(&method, &path));
        if let Some((asked, succeeded)) = meant.and_then(|one| counts.get_mut(one.name)) {
            *asked += 1;
            *succeeded += u64::from((200..300).contains(&status));
        }
    }
    for (name, (asked, succeeded)) in &counts {
        say(&format!(
            "  {name:<20}{asked:>7} asked {succeeded:>7} succeeded"
        ));
    }
    let never: Vec<&str> = counts
        .iter()
        .filter(|(_, (_, succeeded))| *succeeded == 0)
        .map(|(name, _)| *name)
        .collect();
    ensure!(never.is_empty(), "never succeeded: {}", never.join(", "));
    Ok(())
}

fn operations(description: &Value) -> Vec<Operation<'_>> {
    let mut found = Vec::new();
    for (path, at) in description["paths"].as_object().into_iter().flatten() {
        for (method, operation) in at.as_object().into_iter().flatten() {
            if let Some(name) = operation["operationId"].as_str() {
                found.push(Operation {
                    method: method.clone(),
                    parts: path.split('/').collect(),
                    name,
                });
            }
        }
    }
    found
}

/// Method, path and status of each request.
fn entries(report: &str) -> Result<Vec<(String, String, u64)>> {
    let report: Value = serde_json::from_str(report).context("the report is no JSON")?;
    let entries = report["log"]["entries"].as_array();
    let entries = entries.context("the report has no entries")?;
    let entry = |entry: &Value| {
        let url = entry["request"]["url"].as_str()?;
        let path = url.splitn(4, '/').nth(3)?;
        let path = path.split(['?', '#']).next()?;
        let method = entry["request"]["method"].as_str()?.to_owned();
        Some((
            method,
            format!("/{path}"),
            entry["response"]["status"].as_u64()?,
        ))
    };
    Ok(entries.iter().filter_map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn report(statuses: &[(&str, &str, u64)]) -> String {
        let entries: Vec<Value> = statuses
            .iter()
            .map(|(method, url, status)| {
                json!({
                    "request": { "method": method, "url": url },
                    "response": { "status": status },
                })
            })
            .collect();
        json!({ "log": { "entries": entries } }).to_string()
    }

    #[test]
    fn an_operation_that_never_succeeded_is_named() {
        let description = json!({ "paths": {
            "/v1/books": { "get": { "operationId": "list" } },
            "/v1/books/{book}": { "parameters": [], "delete": { "operationId": "remove" } },
        }});
        let list = ("GET", "http://h:1/api/v1/books?limit=2", 200);
        let refused = ("DELETE", "http://h:1/api/v1/books/7", 412);
        let removed = ("DELETE", "http://h:1/api/v1/books/7", 204);
        let error = judge(&description, &report(&[list, refused])).unwrap_err();
        assert_eq!(error.to_string(), "never succeeded: remove");
        judge(&description, &report(&[list, refused, removed])).unwrap();
        assert!(judge(&description, "{}").is_err());
        assert!(judge(&json!({}), &report(&[])).is_err());
    }
}
