//! Tables that nobody here understands.

use super::sample::{key, profile};
use super::{Ground, Outcome};
use crate::{CarriedColumn, CarriedTable, Cell};

fn table(name: &str, without_rowid: bool) -> CarriedTable {
    let column = |name: &str, declared_type: &str, primary_key| CarriedColumn {
        name: name.to_owned(),
        declared_type: declared_type.to_owned(),
        not_null: primary_key == 1,
        primary_key,
    };
    CarriedTable {
        name: name.to_owned(),
        columns: vec![
            column("Key", "varchar(36)", 1),
            column("a \"quoted\" name", "", 0),
            column("Second", "INTEGER", 2),
        ],
        without_rowid,
    }
}

/// Text that is no UTF-8, the bits of a number that is none, the order of the rows, equal rows.
pub fn carried_rows_come_back_cell_for_cell(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let rows = vec![
        vec![
            Cell::Text(vec![0xff, 0xfe, 0]),
            Cell::Null,
            Cell::Integer(i64::MIN),
        ],
        vec![
            Cell::Real(0x7ff8_0000_dead_beef),
            Cell::Real((-0.0_f64).to_bits()),
            Cell::Blob(vec![7; 300_000]),
        ],
        vec![
            Cell::Text(Vec::new()),
            Cell::Blob(Vec::new()),
            Cell::Integer(-1),
        ],
        vec![Cell::Null, Cell::Null, Cell::Null],
        vec![Cell::Null, Cell::Null, Cell::Null],
        vec![],
    ];
    let tables = [
        table("Emails", true),
        table("zzz; DROP TABLE x", false),
        table("ছবি", false),
    ];
    let mut making = store.begin(key(1), &profile("Carrying"))?;
    for table in &tables {
        making.load_carried_table(table)?;
    }
    for row in &rows {
        making.load_carried_row("Emails", row)?;
        making.load_carried_row("ছবি", row)?;
    }
    making.publish()?;
    let business = store.open(key(1))?;
    let reader = business.read()?;
    assert_eq!(reader.carried_tables()?, tables);
    for (name, is_filled) in [
        ("Emails", true),
        ("zzz; DROP TABLE x", false),
        ("ছবি", true),
    ] {
        let mut found = Vec::new();
        reader.each_carried_row(name, &mut |row| {
            found.push(row);
            Ok(())
        })?;
        assert_eq!(found, if is_filled { rows.clone() } else { Vec::new() });
        let size = if is_filled {
            (6, 3 + 8 + 8 + 8 + 300_000 + 8)
        } else {
            (0, 0)
        };
        assert_eq!(reader.carried_size(name)?, size);
    }
    assert_eq!(reader.carried_size("never seen")?, (0, 0));
    Ok(())
}

/// A row of a table that was not declared is refused.
pub fn a_carried_row_needs_its_declaration(ground: &dyn Ground) -> Outcome {
    let store = ground.open()?;
    let mut making = store.begin(key(1), &profile("Carrying"))?;
    assert!(making.load_carried_row("Emails", &[Cell::Null]).is_err());
    making.load_carried_table(&table("Images", false))?;
    assert!(making.load_carried_table(&table("Images", false)).is_err());
    Ok(())
}
