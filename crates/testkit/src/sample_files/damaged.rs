//! Files that people really come with: each has one thing wrong.

use std::fs;
use std::path::Path;

use manager_file::Cell;
use rusqlite::Connection;

use super::{Built, SECOND_INVOICE, small_business_file, with_plain_file, write_zip};

/// No bytes.
///
/// # Errors
/// When the file cannot be written.
pub fn empty(path: &Path) -> Built {
    Ok(fs::write(path, b"")?)
}

/// A letter.
///
/// # Errors
/// When the file cannot be written.
pub fn text(path: &Path) -> Built {
    Ok(fs::write(
        path,
        "Dear Sir,\nplease find the books attached.\n",
    )?)
}

/// A SQLite database of some other program.
///
/// # Errors
/// When the file exists with such a table or cannot be written.
pub fn other_database(path: &Path) -> Built {
    let database = Connection::open(path)?;
    database.execute_batch(
        "CREATE TABLE bookmarks (place TEXT, title TEXT);
         INSERT INTO bookmarks VALUES ('https://example.test', 'Example');",
    )?;
    Ok(())
}

/// The first half of a good plain file, cut in the middle of a page.
///
/// # Errors
/// When the file cannot be written.
pub fn cut_half(path: &Path) -> Built {
    with_plain_file(|plain| {
        let bytes = fs::read(plain)?;
        let half = bytes.len() / 2 - 100;
        Ok(fs::write(path, bytes.get(..half).unwrap_or_default())?)
    })
}

/// A good plain file with 64 bytes of nonsense over the beginning of its middle page.
///
/// # Errors
/// When the file cannot be written.
pub fn overwritten_middle(path: &Path) -> Built {
    with_plain_file(|plain| {
        let mut bytes = fs::read(plain)?;
        let at = bytes.len() / 2 / 4096 * 4096;
        for byte in bytes.iter_mut().skip(at).take(64) {
            *byte = 0xA5;
        }
        Ok(fs::write(path, bytes)?)
    })
}

/// The single-file form of years ago.
///
/// # Errors
/// When the file cannot be written.
pub fn older_format(path: &Path) -> Built {
    Ok(fs::write(
        path,
        b"MNGR|\x01\x00\x00\x00old records in an old form",
    )?)
}

/// A zip with two businesses.
///
/// # Errors
/// When the file cannot be written.
pub fn two_databases_zip(path: &Path) -> Built {
    with_plain_file(|plain| {
        let books = fs::read(plain)?;
        write_zip(path, &[("one.manager", &books), ("two", &books)])
    })
}

/// A zip with a letter only.
///
/// # Errors
/// When the file cannot be written.
pub fn zip_without_database(path: &Path) -> Built {
    write_zip(path, &[("letter.txt", b"Dear Sir,")])
}

/// An age file with the header of a passphrase; what follows is no ciphertext of anything.
///
/// # Errors
/// When the file cannot be written.
pub fn encrypted(path: &Path) -> Built {
    Ok(fs::write(
        path,
        b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 18\n\
          AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n\
          --- AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
    )?)
}

/// A good plain file in which the content of one record is cut in the middle of a field.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn damaged_record(path: &Path) -> Built {
    small_business_file(path)?;
    let database = Connection::open(path)?;
    // Field 2 promises 100 bytes of text and brings three.
    let content = Cell::Blob(b"\x12\x64abc".to_vec());
    let sql = "UPDATE \"Objects\" SET \"Content\" = ?1 WHERE \"Key\" = ?2";
    database.execute(sql, [content, Cell::of_text(SECOND_INVOICE)])?;
    Ok(())
}

/// A good plain file with one record twice, the second time with its key in capitals.
///
/// # Errors
/// When the file exists or cannot be written.
pub fn keys_differing_in_case(path: &Path) -> Built {
    small_business_file(path)?;
    Connection::open(path)?.execute(
        "INSERT INTO \"Objects\" SELECT upper(\"Key\"), \"ContentType\", \"Content\", \"Timestamp\"
         FROM \"Objects\" WHERE \"Key\" = ?1",
        [SECOND_INVOICE],
    )?;
    Ok(())
}
