//! A file that comes in pieces goes on at another node when the first one dies, and is nobody
//! else's (docs/SPEC-import.md, section 8).

use super::browser::{Answer, Browser};
use super::ground::Ground;
use testkit::sample_files;

/// `Lamps.manager`, as the protocol writes names.
const NAME: (&str, &str) = ("Upload-Metadata", "filename TGFtcHMubWFuYWdlcg==");
const RESUMABLE: (&str, &str) = ("Tus-Resumable", "1.0.0");

pub fn begin(browser: &mut Browser, bytes_count: usize) -> Answer {
    let length = bytes_count.to_string();
    let headers = [RESUMABLE, NAME, ("Upload-Length", length.as_str())];
    browser.send("POST", "/uploads", &headers, "")
}

fn piece(browser: &mut Browser, place: &str, offset: usize, bytes: &[u8]) -> Answer {
    let offset = offset.to_string();
    let headers = [
        RESUMABLE,
        ("Content-Type", "application/offset+octet-stream"),
        ("Upload-Offset", offset.as_str()),
    ];
    browser.send_bytes("PATCH", place, &headers, bytes)
}

fn reached(browser: &mut Browser, place: &str) -> Answer {
    browser.send("HEAD", place, &[RESUMABLE], "")
}

#[test]
fn spec_8_3_an_upload_goes_on_at_another_node_and_is_nobody_elses() {
    let Some(ground) = Ground::new() else { return };
    let (one, two) = (ground.node(&["--jobs", "0"]), ground.node(&["--jobs", "0"]));
    let mut asha = one.newcomer("Lamp Shop", "asha@lamp.example");
    let mut bela = two.newcomer("Rope Shop", "bela@rope.example");
    let path = ground.file("lamps.manager");
    sample_files::small_business_file(&path).expect("a sample");
    let file = std::fs::read(&path).expect("its bytes");
    let begun = begin(&mut asha, file.len());
    assert_eq!(begun.status, 201, "{}", begun.body);
    let place = begun.header("location").to_owned();
    let (first, rest) = file.split_at(file.len() / 2);
    assert_eq!(piece(&mut asha, &place, 0, first).status, 204);
    one.kill();

    // By key it is another's: nothing of it is seen, changed or ended.
    assert_eq!(reached(&mut bela, &place).status, 404);
    assert_eq!(piece(&mut bela, &place, first.len(), rest).status, 404);
    assert_eq!(bela.send("DELETE", &place, &[RESUMABLE], "").status, 404);
    for act in ["completion", "removal"] {
        let answer = bela.post(&format!("{place}/{act}"), &[]);
        assert_eq!(answer.status, 404, "{act}: {}", answer.body);
    }
    // With the other's name for whose rows are asked, one's session is none.
    let mut mixed = bela.clone();
    let whose = asha.cookies["subscriber"].clone();
    mixed.cookies.insert("subscriber".to_owned(), whose.clone());
    assert_eq!(reached(&mut mixed, &place).status, 401);
    let below = ground.storage.folder().join("books/cloud/uploads");
    assert!(
        below.join(&whose).is_dir(),
        "it lies below its subscriber's own"
    );

    let mut there = asha.at(&two.address);
    let found = reached(&mut there, &place);
    let told = (found.status, found.header("upload-offset").to_owned());
    assert_eq!(told, (200, first.len().to_string()));
    assert_eq!(piece(&mut there, &place, first.len(), rest).status, 204);
    let done = there.post(&format!("{place}/completion"), &[]);
    assert_eq!(done.status, 303, "{}", done.body);
    let preview = done.header("location").to_owned();
    assert!(there.get(&preview).body.contains("Lamps.manager"));
    let imported = there.post(&format!("{preview}/confirmation"), &[]);
    assert_eq!(imported.status, 303, "{}", imported.body);
    assert_eq!(
        reached(&mut there, &place).status,
        404,
        "its pieces are gone"
    );
}

#[test]
fn spec_8_5_uploads_are_begun_side_by_side_and_a_stray_object_harms_none() {
    let Some(ground) = Ground::new() else { return };
    let node = ground.node(&["--jobs", "0"]);
    let asha = node.newcomer("Lamp Shop", "asha@lamp.example");
    let whose = &asha.cookies["subscriber"];
    let below = ground
        .storage
        .folder()
        .join("books/cloud/uploads")
        .join(whose);
    std::fs::create_dir_all(&below).expect("its folder");
    std::fs::write(below.join("probe-0011223344556677"), "x").expect("a stray object");
    let begins: Vec<_> = (0..8)
        .map(|_| {
            let mut browser = asha.clone();
            std::thread::spawn(move || begin(&mut browser, 1000).status)
        })
        .collect();
    let mut told: Vec<u16> = begins
        .into_iter()
        .map(|it| it.join().expect("an answer"))
        .collect();
    told.sort_unstable();
    assert_eq!(told, [201, 201, 201, 201, 201, 201, 429, 429]);
    let page = asha.clone().get("/imports/new").body;
    assert_eq!(page.matches("Lamps.manager").count(), 6, "{page}");
}
