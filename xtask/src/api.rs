//! `cargo xtask api`: reads the description that a server gives of its API, and asks for everything
//! in it in ways that nobody would (docs/SPEC-api.md, 4).
//!
//! The asking is done by schemathesis, which is not ours and is installed into a folder of its own
//! below the target folder. The server is ours, started on a folder in the target folder with one
//! administrator, one business and one token. What breaks the description, or the server, fails;
//! and so does an operation that never once succeeded, because nothing was asked of it then.
//!
//! - [`server`]: the server, and what it is given to be asked about.
//! - [`answers`]: what came back, operation by operation.

mod answers;
mod server;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};

use crate::run::{finish, target_folder};
use crate::screen::say;
use crate::steps;
use server::{Known, Server};

/// What asks, pinned: another version asks for other things.
const ASKER: &str = "schemathesis==4.32.5";
/// Examples for each operation when nobody says how many.
const EXAMPLES: &str = "10";
/// The whole of it takes no longer, in seconds.
const RUN_TIMEOUT_S: u32 = 1_500;
/// What an answer is judged by.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
    response_headers_conformance,response_schema_conformance";
/// A token may ask so often (docs/SPEC-api.md, 1.3), with some left over.
const RATE: &str = "580/m";

/// Asks a server for everything in its description; `examples` times for each operation.
///
/// # Errors
/// When something cannot be installed or started, an answer was wrong, or an operation never
/// succeeded.
pub fn run(root: &Path, examples: Option<&str>) -> Result<()> {
    ask(root, &install(root)?, examples.unwrap_or(EXAMPLES))
}

/// The same as a step of the gate, with few examples; passed over, and said so, where what asks is
/// not there and cannot be fetched.
///
/// # Errors
/// Those of [`run`], but for the installing.
pub fn run_in_the_gate(root: &Path) -> Result<()> {
    match install(root) {
        Ok(asker) => ask(root, &asker, "1"),
        Err(error) => {
            say(&format!(
                "skipped: {ASKER} could not be installed: {error:#}"
            ));
            Ok(())
        }
    }
}

fn ask(root: &Path, asker: &Path, examples: &str) -> Result<()> {
    steps::build_program(root)?;
    let mut server = Server::start(root)?;
    let known = server.prepare()?;
    let target = target_folder(root);
    let (settings, report) = (target.join("api-settings.toml"), target.join("api.har"));
    std::fs::write(&settings, in_words(&known))?;
    let mut command = Command::new("timeout");
    command
        .arg(format!("{RUN_TIMEOUT_S}s"))
        .arg(asker)
        .arg("--config-file")
        .arg(&settings)
        .arg("run")
        .arg(format!("http://{}/api/openapi.json", server.address))
        .args([
            "--header",
            &format!("Authorization: Bearer {}", known.token),
        ])
        .args(["--phases", "examples,coverage,fuzzing,stateful"])
        .args(["--checks", CHECKS, "--rate-limit", RATE])
        .args(["--max-examples", examples])
        // One at a time, from the same beginning, with nothing remembered of other runs.
        .args(["--seed", "1", "--workers", "1"])
        .args(["--generation-database", "none"])
        .args(["--request-timeout", "30", "--no-color"])
        .arg("--report-har-path")
        .arg(&report)
        .current_dir(&target);
    finish(&mut command)?;
    let description = server.description()?;
    answers::judge(&description, &std::fs::read_to_string(&report)?)
}

/// What is known to be there, as the asker's settings: without it every answer would be 404.
fn in_words(known: &Known) -> String {
    let mut text = format!("[parameters]\n\"path.business\" = \"{}\"\n", known.business);
    let mut at = |operation: &str, parameters: &[(&str, &str)]| {
        text.push_str("\n[[operations]]\n");
        text.push_str(&format!("include-operation-id = \"{operation}\"\n"));
        text.push_str("[operations.parameters]\n");
        for (name, value) in parameters {
            text.push_str(&format!("\"{name}\" = '{value}'\n"));
        }
    };
    let kind = ("path.kind", "customers");
    for operation in ["showRecord", "listAttachments", "attachFile"] {
        at(operation, &[kind, ("path.record", &known.shown.key)]);
    }
    for (operation, record) in [
        ("replaceRecord", &known.replaced),
        ("changeRecord", &known.changed),
        ("deleteRecord", &known.deleted),
    ] {
        let version = ("header.If-Match", record.version.as_str());
        at(operation, &[kind, ("path.record", &record.key), version]);
    }
    for (operation, file) in [
        ("downloadAttachment", &known.kept_file),
        ("removeAttachment", &known.removed_file),
    ] {
        at(operation, &[("path.attachment", file)]);
    }
    text
}

/// The program that asks, in an environment of its own.
fn install(root: &Path) -> Result<PathBuf> {
    let folder = target_folder(root).join("api");
    let program = folder.join("bin").join("st");
    if program.is_file() {
        return Ok(program);
    }
    say("installing what asks");
    finish(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
    let pip = folder.join("bin").join("pip");
    finish(Command::new(pip).args(["install", "--quiet", "--timeout", "20", ASKER]))?;
    ensure!(program.is_file(), "{} is missing", program.display());
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::*;
    use server::Record;

    #[test]
    fn what_is_known_is_told_operation_by_operation() {
        let record = |key: &str| Record {
            key: key.to_owned(),
            version: "\"abc\"".to_owned(),
        };
        let words = in_words(&Known {
            token: "tij_secret".to_owned(),
            business: "b".to_owned(),
            shown: record("r1"),
            replaced: record("r2"),
            changed: record("r3"),
            deleted: record("r4"),
            kept_file: "f1".to_owned(),
            removed_file: "f2".to_owned(),
        });
        let read: toml::Table = words.parse().unwrap();
        let operations = read["operations"].as_array().unwrap();
        assert_eq!(operations.len(), 8);
        let deleting = operations
            .iter()
            .find(|operation| operation["include-operation-id"].as_str() == Some("deleteRecord"))
            .unwrap();
        assert_eq!(
            deleting["parameters"]["header.If-Match"].as_str(),
            Some("\"abc\"")
        );
        assert!(!words.contains("secret"));
    }
}
