//! The main job on the command line: make, import, back up, prove, bring back, take apart.

use crate::run::Desk;
use serde_json::Value;
use testkit::sample_files as files;

#[test]
fn a_file_is_imported_backed_up_proved_and_brought_back() {
    let desk = Desk::new();
    let original = desk.file("Small Shop (2026-11-20).manager");
    files::small_business_file(&original).expect("the file is made");
    let original = original.to_string_lossy().into_owned();
    let first = desk.json(&["import", &original]);
    assert_eq!(first["business"]["name"], "Small Shop");

    let made = desk.json(&["backup", "Small Shop", "--output", "copy.manager"]);
    assert_eq!(made["content_digest"], first["content_digest"]);
    let verified = desk.run(&["verify", "copy.manager"]);
    assert_eq!(verified.exit_code, 0, "{}", verified.complained);
    let again = desk.json(&["import", "copy.manager"]);
    assert_eq!(again["business"]["name"], "Small Shop (2)");
    for figure in [
        "records",
        "by_type",
        "attachments",
        "emails",
        "content_digest",
    ] {
        assert_eq!(again[figure], first[figure], "{figure}");
    }
    let compared = desk.run(&["compare", "copy.manager", "Small Shop (2)"]);
    assert_eq!(compared.exit_code, 0, "{}", compared.said);
}

#[test]
fn what_is_left_out_is_told_and_the_exit_code_says_so() {
    let desk = Desk::new();
    let original = desk.file("shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    for (option, section) in [
        ("--no-attachments", "attachments"),
        ("--no-emails", "emails"),
        ("--no-history", "history"),
    ] {
        let name = format!("{section}.manager");
        let made = desk.json(&["backup", "shop", option, "--output", &name]);
        assert_eq!(made["left_out"], Value::from(vec![section]));
        let verified = desk.run(&["verify", &name, "--json"]);
        assert_eq!(verified.exit_code, 2, "{section}");
        let facts: Value = serde_json::from_str(&verified.said).expect("JSON");
        assert_eq!(facts["result"], "left-out");
        assert_eq!(facts["sections"][section]["state"], "left-out");
        assert_eq!(facts["left_out"], Value::from(vec![section]));
    }
}

#[test]
fn a_backup_never_replaces_a_file() {
    let desk = Desk::new();
    desk.run(&["business", "create", "Shop", "--country", "FR"]);
    std::fs::write(desk.file("taken.manager"), "mine").expect("a file");
    let ran = desk.run(&["backup", "Shop", "--output", "taken.manager"]);
    assert_eq!(ran.exit_code, 64, "{}", ran.complained);
    assert_eq!(
        std::fs::read(desk.file("taken.manager")).expect("a file"),
        b"mine"
    );
}

#[test]
fn businesses_go_to_trash_and_come_back() {
    let desk = Desk::new();
    desk.json(&["business", "create", "ঢাকা মুদি দোকান", "--country", "BD"]);
    let names = |desk: &Desk| desk.json(&["business", "list"])["businesses"].clone();
    assert_eq!(names(&desk)[0]["name"], "ঢাকা মুদি দোকান");
    assert_eq!(
        desk.run(&["business", "remove", "ঢাকা মুদি দোকান"]).exit_code,
        0
    );
    assert_eq!(names(&desk), Value::Array(vec![]));
    assert_eq!(
        desk.run(&["business", "restore", "ঢাকা মুদি দোকান"]).exit_code,
        0
    );
    assert_eq!(names(&desk).as_array().map(Vec::len), Some(1));
}

#[test]
fn records_are_put_shown_listed_and_deleted_as_json() {
    let desk = Desk::new();
    desk.json(&["business", "create", "Shop", "--country", "ES"]);
    std::fs::write(desk.file("new.json"), r#"{"Name": "Éloïse", "Code": "C1"}"#).expect("a file");
    let put = desk.json(&["record", "put", "Shop", "--kind", "customers", "new.json"]);
    let key = put["key"].as_str().expect("a key").to_owned();
    assert_eq!(put["content"]["Name"], "Éloïse");
    let shown = desk.json(&["record", "show", "Shop", &key]);
    assert_eq!(shown["content"], put["content"]);
    let listed = desk.json(&["record", "list", "Shop", "--kind", "Customer"]);
    assert_eq!(listed["records"][0]["title"], "Éloïse");
    assert_eq!(desk.run(&["record", "delete", "Shop", &key]).exit_code, 0);
    let listed = desk.json(&["record", "list", "Shop", "--kind", "Customer"]);
    assert_eq!(listed["records"], Value::Array(vec![]));
    assert_eq!(desk.run(&["record", "show", "Shop", &key]).exit_code, 64);
}

#[test]
fn the_trial_balance_has_the_agreed_shape_and_balances() {
    let desk = Desk::new();
    let original = desk.file("shop.manager");
    files::small_business_file(&original).expect("the file is made");
    desk.json(&["import", &original.to_string_lossy()]);
    let report = desk.json(&["report", "trial-balance", "shop"]);
    assert_eq!(report["total_debit"], report["total_credit"]);
    assert_eq!(report["business"], "shop");
    for member in ["as_at", "currency", "rows"] {
        assert!(report.get(member).is_some(), "{member}");
    }
    let row = &report["rows"][0];
    for member in [
        "account_key",
        "code",
        "name",
        "debit",
        "credit",
        "subledger",
    ] {
        assert!(row.get(member).is_some(), "{member} in {row}");
    }
}

#[test]
fn a_name_is_enough_to_create_a_business_and_the_rest_is_told() {
    let desk = Desk::new();
    let created = desk.json(&["business", "create", "Shop"]);
    assert_eq!(created["business"]["country"], "US");
    assert_eq!(created["business"]["currency"], "USD");
    assert_eq!(created["business"]["time_zone"], "America/New_York");
    let told = desk.run(&["business", "create", "Second", "--country", "IN"]);
    assert_eq!(told.exit_code, 0, "{}", told.complained);
    for chosen in ["IN", "INR", "Asia/Kolkata"] {
        assert!(told.said.contains(chosen), "{}", told.said);
    }
}

#[test]
fn names_that_command_the_terminal_are_refused_cleaned_and_never_printed() {
    let desk = Desk::new();
    let evil = "a\nb\u{1b}[31m\u{202e}cod";
    let refused = desk.run(&["business", "create", evil]);
    assert_eq!(refused.exit_code, 64, "{}", refused.said);
    let file = desk.file("shop.manager");
    files::small_business_file(&file).expect("the file is made");
    let file = file.to_string_lossy().into_owned();
    let imported = desk.json(&["import", &file, "--name", evil]);
    assert_eq!(imported["business"]["name"], "ab[31mcod");
    // What the shell was told is told back, made visible.
    let unknown = desk.run(&["business", "remove", evil]);
    assert_eq!(unknown.exit_code, 64);
    let line = unknown.complained.trim_end();
    assert!(
        !line.contains(['\n', '\u{1b}', '\u{202e}']) && line.contains('\u{fffd}'),
        "{line:?}"
    );
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_what_lies_in_the_data_folder() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.run(&["business", "list"]);
    let mode = |name: &str| {
        let about = std::fs::metadata(desk.data().join(name)).expect(name);
        about.permissions().mode() & 0o777
    };
    assert_eq!(mode("installation"), 0o600);
    assert_eq!(mode("scratch/.made-by-tijori"), 0o600);
    let open = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(desk.data().join("installation"), open).expect("a change");
    desk.run(&["business", "list"]);
    assert_eq!(
        mode("installation"),
        0o600,
        "mended where it was made before"
    );
}

#[test]
fn a_file_is_no_data_folder() {
    let desk = Desk::new();
    std::fs::write(desk.file("books"), "mine").expect("a file");
    let ran = desk.run(&["--data", "books", "business", "list"]);
    assert_eq!(ran.exit_code, 64, "{}", ran.complained);
    assert!(
        ran.complained.contains("books is a file"),
        "{}",
        ran.complained
    );
}
