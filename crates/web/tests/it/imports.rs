//! Importing: the preview in words, the import, and every refusal.

use crate::world::{World, sample};
use axum::http::StatusCode;
use testkit::sample_files;

#[tokio::test]
async fn a_preview_says_what_is_in_the_file_and_imports_nothing() {
    let world = World::new();
    let file = world.made("small.manager", sample_files::small_business_file);
    let preview = world
        .upload("Corner shop (2026-03-01).manager", &file)
        .await
        .location();
    let page = world.page(&preview).await;
    assert!(page.contains("What is in this file"), "{page}");
    assert!(page.contains("value=\"Corner shop\""), "{page}");
    assert!(page.contains("SQLite database, uncompressed"));
    assert!(page.contains("Sales Invoices") && page.contains("Customers"));
    assert!(
        page.contains("Not in this file"),
        "emails are missing, and said to be"
    );
    assert!(page.contains("Trial balance: debit"));
    assert_eq!(world.businesses_count(), 0);
}

#[tokio::test]
async fn an_imported_business_opens_with_what_was_proved() {
    let world = World::new();
    let file = world.made("small.manager", sample_files::small_business_file);
    let preview = world.upload("Corner shop.manager", &file).await.location();
    let next = world
        .post(&format!("{preview}/confirmation"), &[("name", "Mine")])
        .await
        .location();
    let summary = world.page(&next).await;
    assert!(summary.contains("Imported and proved"), "{summary}");
    assert!(summary.contains("Mine"));
    let business = next.split('?').next().expect("an address");
    assert!(!world.page(business).await.contains("Imported and proved"));
    let again = world
        .post(&format!("{preview}/confirmation"), &[])
        .await
        .location();
    assert_eq!(again, preview, "a second press imports nothing");
    assert_eq!(world.businesses_count(), 1);
}

#[tokio::test]
async fn a_name_in_use_gets_a_number_that_tells_it_apart() {
    let world = World::new();
    let file = world.made("small.manager", sample_files::small_business_file);
    world.import("Shop.manager", &file).await;
    let preview = world.upload("Shop.manager", &file).await.location();
    let page = world.page(&preview).await;
    assert!(page.contains("value=\"Shop (2)\""), "{page}");
    world.confirm(&preview).await;
    let list = world.page("/").await;
    assert!(
        list.contains(">Shop<") && list.contains(">Shop (2)<"),
        "{list}"
    );
}

#[tokio::test]
async fn a_file_that_is_not_wanted_leaves_nothing() {
    let world = World::new();
    let file = world.made("small.manager", sample_files::small_business_file);
    let preview = world.upload("Shop.manager", &file).await.location();
    assert!(world.scratch_count() > 0, "the private copy");
    assert_eq!(
        world
            .post(&format!("{preview}/cancellation"), &[])
            .await
            .location(),
        "/"
    );
    assert_eq!(world.get(&preview).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.scratch_count(), 0);
    assert_eq!(world.businesses_count(), 0);
}

#[tokio::test]
async fn every_bad_file_is_refused_on_the_same_page_with_a_reason_of_its_own() {
    type Build = fn(&std::path::Path) -> sample_files::Built;
    let bad: [(&str, Build); 6] = [
        ("empty", sample_files::empty),
        ("text", sample_files::text),
        ("other-database", sample_files::other_database),
        ("older-format", sample_files::older_format),
        ("cut-half", sample_files::cut_half),
        ("two-databases", sample_files::two_databases_zip),
    ];
    let world = World::new();
    let mut reasons = Vec::new();
    for (name, build) in bad {
        let file = world.made(name, build);
        let answer = world.upload(&format!("{name}.manager"), &file).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let page = answer.text();
        let reason = page.split("role=\"alert\"").nth(1).expect("an alert");
        let reason = reason
            .split("<p>")
            .nth(1)
            .and_then(|rest| rest.split("</p>").next());
        let reason = reason.expect("a sentence").to_owned();
        assert!(!reason.contains("Something went wrong"), "{name}: {reason}");
        assert!(
            page.contains("type=\"file\""),
            "{name}: the page to try again"
        );
        if let Some(rest) = page.split("href=\"/rescues/").nth(1) {
            // What could be rescued waits for a decision, and goes when it is not wanted.
            let id = rest.split('"').next().expect("its number");
            let address = format!("/rescues/{id}/cancellation");
            let answer = world.post(&address, &[]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}");
        }
        assert_eq!(world.scratch_count(), 0, "{name} left something behind");
        reasons.push(reason.replace(name, ""));
    }
    assert_eq!(world.businesses_count(), 0);
    let count = reasons.len();
    reasons.sort();
    reasons.dedup();
    assert_eq!(reasons.len(), count, "{reasons:?}");
}

#[tokio::test]
async fn no_file_chosen_is_said_so() {
    let world = World::new();
    let answer = world.upload("", b"").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("No file was chosen"));
}

#[tokio::test]
async fn a_refusal_is_told_in_the_language_of_the_visitor() {
    let world = World::new();
    let answer = world
        .get_in("/imports/00000000-0000-4000-8000-000000000000", "fr")
        .await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let french = pages::Locale::new(pages::Language::French).error("import-not-found", &[]);
    let page = answer.text();
    assert!(page.contains("lang=\"fr\""));
    assert!(
        page.contains(french.split('’').next().expect("a beginning")),
        "{french}: {page}"
    );
}

#[tokio::test]
async fn both_real_files_are_imported_and_every_tab_opens() {
    for (name, currency) in [
        ("fbr-einvoice.manager", "PKR"),
        ("zatca-einvoice.manager", "SAR"),
    ] {
        let Some(file) = sample(name) else { continue };
        let world = World::new();
        let preview = world.upload(name, &file).await.location();
        let page = world.page(&preview).await;
        assert!(page.contains(currency), "{name}");
        let unproved = pages::Locale::default().text("import-preview-no-manifest");
        assert!(page.contains(&unproved), "{name}");
        let business = world.confirm(&preview).await;
        let summary = world.page(&business).await;
        for rest in summary.split("href=\"").skip(1) {
            let href = rest.split('"').next().expect("an address");
            if href.starts_with("/businesses/") {
                assert_eq!(
                    world.get(href).await.status,
                    StatusCode::OK,
                    "{name}: {href}"
                );
            }
        }
        assert!(!summary.contains("<script>"), "{name}");
    }
}

#[tokio::test]
async fn a_damaged_record_is_told_and_does_not_stop_the_import() {
    let world = World::new();
    let file = world.made("damaged.manager", sample_files::damaged_record);
    let preview = world.upload("Shop.manager", &file).await.location();
    let page = world.page(&preview).await;
    assert!(!page.contains("Nothing unusual was found"), "{page}");
    let business = world.confirm(&preview).await;
    assert!(world.page(&business).await.contains("could not be posted"));
}

#[tokio::test]
async fn every_form_of_the_same_file_is_recognised_by_its_content() {
    type Build = fn(&std::path::Path) -> sample_files::Built;
    let forms: [(&str, Build); 3] = [
        (
            "Compressed (Zstandard)",
            sample_files::small_business_file_zstandard,
        ),
        ("Compressed (gzip)", sample_files::small_business_file_gzip),
        ("In a zip file", sample_files::small_business_file_zip),
    ];
    let world = World::new();
    for (form, build) in forms {
        let file = world.made(form, build);
        let preview = world.upload("any name.bin", &file).await.location();
        assert!(world.page(&preview).await.contains(form), "{form}");
    }
}
