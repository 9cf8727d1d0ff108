//! Backups with a passphrase on the pages (docs/SPEC-backup.md, 11.10 to 11.12).

use crate::world::{Answer, World};
use axum::http::StatusCode;

const WORDS: &str = "tulip granite seventeen kettle orbit plum";

/// The Backup page's form with these fields more.
fn form<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let whole = [
        ("attachments", "on"),
        ("emails", "on"),
        ("history", "on"),
        ("form", "compressed"),
    ];
    [&whole[..], more].concat()
}

/// With a passphrase of one's own.
fn own() -> Vec<(&'static str, &'static str)> {
    form(&[
        ("protect", "own"),
        ("passphrase", WORDS),
        ("passphrase_again", WORDS),
    ])
}

/// Types a passphrase into the form of a page.
async fn typed(world: &World, page: &str, words: &str) -> Answer {
    world.post(page, &[("passphrase", words)]).await
}

#[tokio::test]
async fn a_protected_backup_is_proved_downloaded_and_imported_with_its_passphrase() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world.backup(&business, &own()).await;
    let done = world.page(&page).await;
    assert!(done.contains("Not tested yet"), "{done}");
    assert!(!done.contains("data-download"), "nothing begins by itself");
    assert!(!done.contains(WORDS), "{done}");
    let sheet = world.page(&format!("{page}/sheet?words=1")).await;
    assert!(
        sheet.contains("age -d") && sheet.contains("____"),
        "{sheet}"
    );
    assert!(
        !sheet.contains(WORDS),
        "a passphrase of one's own is not kept"
    );

    let proving = format!("{page}/passphrase");
    let wrong = typed(&world, &proving, "tulip").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("the passphrase is wrong"));
    assert_eq!(typed(&world, &proving, WORDS).await.location(), page);
    assert!(
        world
            .page(&page)
            .await
            .contains("Tested: it opens the file.")
    );

    let file = world.get(&format!("{page}/file")).await;
    assert!(file.bytes.starts_with(b"age-encryption.org/v1\n"));
    let locked = world.upload("secret.manager", &file.bytes).await.location();
    assert!(locked.starts_with("/locked/"), "{locked}");
    assert!(world.page(&locked).await.contains("secret.manager"));
    let wrong = typed(&world, &locked, "tulip").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("the passphrase is wrong"));
    assert!(!wrong.text().contains("value=\"tulip\""));
    let preview = typed(&world, &locked, WORDS).await.location();
    assert!(preview.starts_with("/imports/"), "{preview}");
    assert_eq!(world.get(&locked).await.status, StatusCode::NOT_FOUND);
    assert!(world.page(&preview).await.contains("Encrypted (age)"));
    world.confirm(&preview).await;
    let trail = world.page(&format!("{business}/history")).await;
    assert!(!trail.contains(WORDS), "{trail}");
    assert_eq!(world.businesses_count(), 2);
    world.post(&format!("{page}/cancellation"), &[]).await;
    assert_eq!(world.scratch_count(), 0, "every copy is gone");
}

#[tokio::test]
async fn drawn_words_stand_on_the_sheet_until_they_were_typed() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world
        .backup(&business, &form(&[("protect", "words")]))
        .await;
    let sheet = format!("{page}/sheet");
    let shown = world.page(&sheet).await;
    let words = shown.split("<strong><code>").nth(1).expect("the words");
    let words = words.split('<').next().expect("their end").to_owned();
    assert_eq!(words.split(' ').count(), 6, "{words}");
    assert!(
        shown.contains("no-print"),
        "lines are printed, not the words"
    );
    let printed = world.page(&format!("{sheet}?words=1")).await;
    assert!(printed.contains(&words) && !printed.contains("____"));
    typed(&world, &format!("{page}/passphrase"), &words)
        .await
        .location();
    let after = world.page(&format!("{sheet}?words=1")).await;
    assert!(!after.contains(&words), "{after}");
}

#[tokio::test]
async fn what_cannot_protect_is_refused_beside_the_form() {
    let world = World::new();
    let business = world.business("Shop").await;
    let address = format!("{business}/backups");
    let own = |one, other| {
        form(&[
            ("protect", "own"),
            ("passphrase", one),
            ("passphrase_again", other),
        ])
    };
    let mut plain = own(WORDS, WORDS);
    plain.retain(|(name, _)| *name != "form" && *name != "emails");
    plain.push(("form", "plain"));
    for (form, sentence) in [
        (own(WORDS, "tulip"), "not the same"),
        (own("tulip", "tulip"), "too short"),
        (own("passwordpassword", "passwordpassword"), "easy to guess"),
        (plain, "Only a compressed backup"),
    ] {
        let answer = world.post(&address, &form).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert!(text.contains(sentence), "{sentence}: {text}");
        assert!(!text.contains(WORDS), "{text}");
    }
}

#[tokio::test]
async fn a_summary_is_told_before_the_passphrase_only_where_it_was_allowed() {
    let world = World::new();
    let business = world.business("Harbour Bakery").await;
    let plain = world.backup(&business, &own()).await;
    let without = world.get(&format!("{plain}/summary")).await;
    assert_eq!(without.status, StatusCode::NOT_FOUND);
    let mut fields = own();
    fields.push(("readable_summary", "on"));
    let page = world.backup(&business, &fields).await;
    assert!(world.page(&page).await.contains("Download the summary"));
    let summary = world.get(&format!("{page}/summary")).await;
    assert!(
        summary
            .header("content-disposition")
            .contains(".manager.summary.txt")
    );
    assert!(
        summary.text().contains("business: Harbour Bakery"),
        "{}",
        summary.text()
    );
    let file = world.get(&format!("{page}/file")).await.bytes;
    for taking in ["/imports", "/opened", "/verifications"] {
        let alone = world
            .upload_to(taking, "secret.manager", &file)
            .await
            .location();
        let shown = world.page(&alone).await;
        assert!(!shown.contains("Harbour Bakery"), "{taking}: {shown}");
        let parts = [
            ("file", "secret.manager", &file),
            ("summary", "s.txt", &summary.bytes),
        ];
        let both = world.upload_files(taking, &parts).await.location();
        let shown = world.page(&both).await;
        assert!(shown.contains("Harbour Bakery"), "{taking}: {shown}");
        assert!(
            shown.contains("nothing of it is proved"),
            "{taking}: {shown}"
        );
        let other = world.get(&format!("{plain}/file")).await.bytes;
        let parts = [
            ("file", "secret.manager", &other),
            ("summary", "s.txt", &summary.bytes),
        ];
        let wrong = world.upload_files(taking, &parts).await.location();
        let shown = world.page(&wrong).await;
        assert!(
            !shown.contains("Harbour Bakery"),
            "of another file: {shown}"
        );
    }
}

#[tokio::test]
async fn a_box_for_the_summary_without_a_passphrase_does_nothing() {
    let world = World::new();
    let business = world.business("Shop").await;
    let page = world
        .backup(&business, &form(&[("readable_summary", "on")]))
        .await;
    let summary = world.get(&format!("{page}/summary")).await;
    assert_eq!(summary.status, StatusCode::NOT_FOUND);
}
