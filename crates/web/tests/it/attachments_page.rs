//! The Attachments page, files of the business itself, renaming, one file on several records,
//! images of imported files, names that mean harm.

use crate::bench::{Bench, CUSTOMER, FURNITURE, key};
use axum::http::StatusCode;
use books::{Key, kinds};
use history::Action;
use store::{CarriedColumn, CarriedTable, Cell, Profile};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR and so on";
const PDF: &[u8] = b"%PDF-1.7 ...";

fn on(business: Key, record: Key) -> String {
    format!("/businesses/{business}/record/{record}")
}

/// Attaches a file to a record and returns the attachment's key.
async fn attached(bench: &Bench, business: Key, record: Key, name: &str, bytes: &[u8]) -> Key {
    let before = bench.objects(business, Some(kinds::ATTACHMENT));
    let path = format!("{}/attachments", on(business, record));
    let answer = bench.upload(&path, &[(name, bytes)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let after = bench.objects(business, Some(kinds::ATTACHMENT));
    let new = |key: Key| before.iter().all(|object| object.key != key);
    after
        .iter()
        .map(|object| object.key)
        .find(|key| new(*key))
        .expect("a new attachment")
}

async fn page(bench: &Bench, path: &str) -> String {
    let answer = bench.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.text()
}

#[tokio::test]
async fn files_of_the_business_itself_need_no_record() {
    let bench = Bench::new();
    let business = bench.small_business();
    assert!(bench.object(business, kinds::BUSINESS_DETAILS).is_none());
    let list = format!("/businesses/{business}/attachments");
    let details = kinds::BUSINESS_DETAILS;
    let path = format!("{}/attachments", on(business, details));
    let sent = bench.upload(&path, &[("ট্রেড লাইসেন্স.pdf", PDF)]).await;
    assert_eq!(sent.location(), list);
    // What names no owner, and what cannot be read, is the business's too.
    bench.puts(business, key(0x71), kinds::ATTACHMENT, b"\x12\x08lost.txt");
    bench.puts(business, key(0x72), kinds::ATTACHMENT, b"garbled");
    let text = page(&bench, &list).await;
    for name in ["ট্রেড লাইসেন্স.pdf", "lost.txt"] {
        assert!(text.contains(name), "{name}");
    }
    assert_eq!(text.matches("The business itself</a>").count(), 3);
    let removal = format!("/businesses/{business}/attachments/{}/removal", key(0x71));
    assert_eq!(bench.post(&removal, &[]).await.location(), list);
}

#[tokio::test]
async fn the_page_finds_sorts_and_adds_up() {
    let bench = Bench::new();
    let business = bench.small_business();
    attached(&bench, business, CUSTOMER, "Lease.pdf", &[1; 3000]).await;
    attached(&bench, business, FURNITURE, "invoice.txt", &[2; 1000]).await;
    attached(&bench, business, FURNITURE, "again.txt", &[2; 1000]).await;
    let list = format!("/businesses/{business}/attachments");
    let all = page(&bench, &list).await;
    assert!(all.contains("3 files, 5.0 kB in all."), "{all}");
    assert!(all.contains("take up 4.0 kB."), "equal files are kept once");
    assert!(all.contains(&on(business, CUSTOMER)) && all.contains(&on(business, FURNITURE)));
    let found = page(&bench, &format!("{list}?q=LEASE")).await;
    assert!(found.contains("1 file, 3.0 kB in all.") && !found.contains("invoice.txt"));
    let nothing = page(&bench, &format!("{list}?q=nowhere")).await;
    assert!(nothing.contains("Nothing was found"));
    for (sort, order) in [
        ("name", ["again.txt", "invoice.txt", "Lease.pdf"]),
        ("-name", ["Lease.pdf", "invoice.txt", "again.txt"]),
    ] {
        let text = page(&bench, &format!("{list}?sort={sort}")).await;
        let places = order.map(|name| text.find(&format!(">{name}<")).expect(name));
        assert!(places.is_sorted(), "{sort}: {places:?}");
    }
    let text = page(&bench, &format!("{list}?sort=-size")).await;
    assert!(text.find(">Lease.pdf<") < text.find(">invoice.txt<"));
}

#[tokio::test]
async fn more_than_two_hundred_files_stand_on_several_pages() {
    let bench = Bench::new();
    let business = bench.small_business();
    for number in 0..205_u16 {
        let name = format!("file {number:03}");
        let content = [&[0x12, u8::try_from(name.len()).unwrap()], name.as_bytes()].concat();
        let [high, low] = number.to_be_bytes();
        let mut bytes = [0x70; 16];
        bytes[14..].copy_from_slice(&[high, low]);
        bench.puts(
            business,
            Key::from_bytes(bytes),
            kinds::ATTACHMENT,
            &content,
        );
    }
    let list = format!("/businesses/{business}/attachments?sort=name");
    let first = page(&bench, &list).await;
    assert!(first.contains("file 199") && !first.contains("file 200"));
    let second = page(&bench, &format!("{list}&page=2")).await;
    assert!(second.contains("file 204") && !second.contains("file 199"));
    assert!(second.contains("rel=\"prev\"") && !second.contains("rel=\"next\""));
}

#[tokio::test]
async fn a_new_name_is_a_change_with_a_history_entry() {
    let bench = Bench::new();
    let business = bench.small_business();
    let file = attached(&bench, business, CUSTOMER, "scan0001.pdf", PDF).await;
    let path = format!("/businesses/{business}/attachments/{file}");
    let form = page(&bench, &format!("{path}/edit")).await;
    assert!(form.contains("value=\"scan0001.pdf\""), "{form}");
    let renamed = bench
        .post(&format!("{path}/edit"), &[("name", "../চুক্তি \"২\".pdf")])
        .await;
    assert_eq!(renamed.location(), on(business, CUSTOMER));
    let entries = bench.entries(business);
    let last = entries.last().expect("an entry");
    assert_eq!(
        (last.draft.action, last.draft.title.as_str()),
        (Action::Change, "চুক্তি \"২\".pdf")
    );
    let record = page(&bench, &on(business, CUSTOMER)).await;
    assert!(record.contains("চুক্তি &quot;২&quot;.pdf") && !record.contains("scan0001"));
    let blob = bench.blob(business, file).expect("the bytes");
    assert_eq!(blob.name.as_deref(), Some("চুক্তি \"২\".pdf"));
    assert_eq!(bench.get(&path).await.bytes, PDF);
    let refused = bench.post(&format!("{path}/edit"), &[("name", "  ")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Enter a name for the file."));
    let nowhere = format!("/businesses/{business}/attachments/{CUSTOMER}/edit");
    assert_eq!(bench.get(&nowhere).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_file_on_several_records_is_kept_once_and_leaves_them_one_by_one() {
    let bench = Bench::new();
    let business = bench.small_business();
    let first = attached(&bench, business, CUSTOMER, "agreement.pdf", PDF).await;
    let existing = format!("{}/existing-attachments", on(business, FURNITURE));
    let choice = page(&bench, &existing).await;
    assert!(choice.contains("agreement.pdf"));
    let chosen = [("attachment", first.to_string())];
    let pairs: Vec<(&str, &str)> = chosen.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let answer = bench.post(&existing, &pairs).await;
    assert_eq!(answer.location(), on(business, FURNITURE));
    let all = bench.objects(business, Some(kinds::ATTACHMENT));
    let second = all
        .iter()
        .map(|object| object.key)
        .find(|key| *key != first)
        .expect("a second attachment");
    let both = format!("/businesses/{business}/attachments");
    assert!(page(&bench, &both).await.contains("take up 12 bytes"));
    let edit = page(&bench, &format!("{both}/{first}/edit")).await;
    assert!(edit.contains(&on(business, FURNITURE)), "{edit}");
    bench.post(&format!("{both}/{first}/removal"), &[]).await;
    assert_eq!(bench.get(&format!("{both}/{second}")).await.bytes, PDF);
    let record = page(&bench, &on(business, FURNITURE)).await;
    assert!(record.contains("agreement.pdf"));
    // Neither a file that is gone nor a record that is not there is attached.
    let gone = bench.post(&existing, &pairs).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let nowhere = format!("{}/existing-attachments", on(business, key(0x66)));
    let id = second.to_string();
    let refused = bench.post(&nowhere, &[("attachment", &id)]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert_eq!(bench.objects(business, Some(kinds::ATTACHMENT)).len(), 1);
}

#[tokio::test]
async fn pictures_and_pdf_are_shown_inside_the_page_and_nothing_else_is() {
    let bench = Bench::new();
    let business = bench.small_business();
    let picture = attached(&bench, business, CUSTOMER, "photo.png", PNG).await;
    let paper = attached(&bench, business, CUSTOMER, "bill.pdf", PDF).await;
    let svg: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";
    let drawing = attached(&bench, business, CUSTOMER, "drawing.svg", svg).await;
    let html = attached(&bench, business, CUSTOMER, "page.html", b"<script>").await;
    let source = |key: Key| format!("src=\"/businesses/{business}/attachments/{key}/preview\"");
    let plain = page(&bench, &on(business, CUSTOMER)).await;
    assert!(!plain.contains("/preview\""));
    for (key, element) in [(picture, "<img "), (paper, "<iframe ")] {
        for path in [
            on(business, CUSTOMER),
            format!("/businesses/{business}/attachments"),
        ] {
            assert!(plain.contains(&format!("?preview={key}#preview")));
            let answer = bench.get(&format!("{path}?preview={key}")).await;
            let policy = answer.header("content-security-policy");
            assert!(policy.contains("img-src 'self'") && policy.contains("frame-src 'self'"));
            let text = answer.text();
            assert!(
                text.contains(&format!("{element}{}", source(key))),
                "{text}"
            );
        }
    }
    for key in [drawing, html, CUSTOMER, key(0x66)] {
        assert!(!plain.contains(&format!("?preview={key}#preview")));
        let text = page(&bench, &format!("{}?preview={key}", on(business, CUSTOMER))).await;
        assert!(
            !text.contains("<iframe") && !text.contains("<figure"),
            "{key}"
        );
        let raw = format!("/businesses/{business}/attachments/{key}");
        let download = bench.get(&raw).await;
        let is_harmless = download.status == StatusCode::NOT_FOUND
            || download
                .header("content-disposition")
                .starts_with("attachment;");
        assert!(is_harmless, "{key}");
    }
    // A file of another record is not shown on this one.
    let elsewhere = format!("{}?preview={picture}", on(business, FURNITURE));
    assert!(!page(&bench, &elsewhere).await.contains("<img "));
}

#[tokio::test]
async fn names_that_mean_harm_leave_no_folder_and_break_no_header() {
    let bench = Bench::new();
    let business = bench.small_business();
    let long = format!("{}.pdf", "ক".repeat(300));
    for (sent, shown) in [
        ("..\\..\\evil.exe", "evil.exe".to_owned()),
        ("../../etc/passwd", "passwd".to_owned()),
        ("invoice_\u{202e}fdp.exe", "invoice_fdp.exe".to_owned()),
        (
            "<img src=x onerror=alert(1)>.pdf",
            "<img src=x onerror=alert(1)>.pdf".to_owned(),
        ),
        ("CON", "CON".to_owned()),
        (&long, format!("{}.pdf", "ক".repeat(253))),
    ] {
        let file = attached(&bench, business, CUSTOMER, sent, b"bytes").await;
        let object = bench.object(business, file).expect("the record");
        assert_eq!(interchange::title(&object).as_deref(), Some(shown.as_str()));
        let answer = bench
            .get(&format!("/businesses/{business}/attachments/{file}"))
            .await;
        let header = answer.header("content-disposition");
        assert!(header.starts_with("attachment; filename=\""), "{header}");
        assert!(header.is_ascii() && header.len() < 1_000, "{header}");
        assert_eq!(header.matches('"').count(), 2, "{header}");
        assert!(!header.contains("%E2%80%AE") && !header.contains("filename=\"CON\""));
        assert!(!header.contains(".."), "{header}");
    }
    let record = page(&bench, &on(business, CUSTOMER)).await;
    assert!(!record.contains("<img src=x"));
    // A name with line breaks cannot be sent by a form; it can come in a file.
    let harm = b"\x12\x12a\r\nSet-Cookie: x=y";
    bench.puts(business, key(0x71), kinds::ATTACHMENT, harm);
    bench.puts_blob(business, key(0x71), b"bytes");
    let answer = bench
        .get(&format!("/businesses/{business}/attachments/{}", key(0x71)))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("set-cookie"), "");
    assert!(
        answer
            .header("content-disposition")
            .contains("a Set-Cookie")
    );
}

/// A business as an import leaves it, with a table `Images`.
fn business_with_images(bench: &Bench, images: &[(Key, &[u8])]) -> Key {
    let business = key(0x33);
    let profile = Profile {
        name: "Imported".to_owned(),
        country: None,
        time_zone: "Asia/Dhaka".to_owned(),
        installation: key(1),
        absent: Vec::new(),
    };
    let mut making = bench
        .store()
        .begin(business, &profile)
        .expect("a beginning");
    let columns = ["Key", "ContentType", "Content", "Timestamp"];
    let column = |name: &str| CarriedColumn {
        name: name.to_owned(),
        declared_type: String::new(),
        not_null: false,
        primary_key: 0,
    };
    let table = CarriedTable {
        name: "Images".to_owned(),
        columns: columns.map(column).to_vec(),
        without_rowid: false,
    };
    making.load_carried_table(&table).expect("a table");
    for (owner, bytes) in images {
        let row = [
            Cell::Text(owner.to_string().into_bytes()),
            Cell::Text(b"image/svg+xml".to_vec()),
            Cell::Blob(bytes.to_vec()),
            Cell::Integer(1),
        ];
        making.load_carried_row("Images", &row).expect("a row");
    }
    making.publish().expect("a business");
    bench.puts(business, CUSTOMER, kinds::CUSTOMER, b"");
    business
}

#[tokio::test]
async fn images_of_imported_files_are_listed_shown_and_downloaded() {
    let bench = Bench::new();
    let svg: &[u8] = b"<svg onload='alert(1)'/>";
    let business = business_with_images(&bench, &[(CUSTOMER, PNG), (FURNITURE, svg)]);
    let list = page(&bench, &format!("/businesses/{business}/attachments")).await;
    for owner in [CUSTOMER, FURNITURE] {
        let href = format!("href=\"/businesses/{business}/images/{owner}\"");
        assert!(list.contains(&href), "{list}");
    }
    assert!(list.contains("2 files") && list.contains("cannot be renamed or removed here"));
    let shown = format!("{}?preview={CUSTOMER}", on(business, CUSTOMER));
    let source = format!("<img src=\"/businesses/{business}/images/{CUSTOMER}/preview\"");
    assert!(page(&bench, &shown).await.contains(&source));
    let image = bench
        .get(&format!("/businesses/{business}/images/{CUSTOMER}/preview"))
        .await;
    assert_eq!(
        (image.bytes.as_slice(), image.header("content-type")),
        (PNG, "image/png")
    );
    let drawing = format!("/businesses/{business}/images/{FURNITURE}");
    let refused = bench.get(&format!("{drawing}/preview")).await;
    assert_eq!(refused.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let saved = bench.get(&drawing).await;
    assert_eq!(saved.header("content-type"), "application/octet-stream");
    assert_eq!(saved.bytes, svg);
}
