//! The browser's own database (IndexedDB): past tests and firms. Each call opens and closes it, so that
//! no window stands in another's way. Keys are the firm's slot, a slash and the id.

use crate::{
    effects::window,
    firms::firm::Firm,
    records::{
        found::{Found, Rung},
        row::Row,
        stored::{Stored, Unreadable},
        write::Write,
    },
};
use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
    IdbTransactionMode,
};

const NAME: &str = "zjtx";
const VERSION: u32 = 1;
/// Records as text; what cannot be read, too.
const RECORDS: &str = "records";
/// The row of each readable record.
const ROWS: &str = "rows";
/// Firms by slot.
const FIRMS: &str = "firms";
/// Rows per read; small enough to keep the page responsive.
const CHUNK: u32 = 250;

type Outcome<T> = Result<T, JsValue>;

// --- what it is used for -----------------------------------------------------------------------

/// Lists what is kept, the drafts and firms aside; on the last rung where there is no database.
pub async fn load() -> Found {
    match read_all().await {
        Ok(found) => Found { rung: rung(), ..found },
        Err(_) => Found { rung: Rung::Page, ..Found::default() },
    }
}

/// Writes all of it, or nothing; whether it was written.
pub async fn write(writes: Vec<Write>) -> bool {
    if writes.contains(&Write::Everything) {
        return delete().await.is_ok();
    }
    write_all(&writes).await.is_ok()
}

/// Texts of records by slot and id; `None` for one that is not there.
pub async fn texts(keys: Vec<(String, String)>) -> Vec<(String, Option<String>)> {
    let found = fetch(&keys).await.unwrap_or_default();
    let mut found = found.into_iter().chain(std::iter::repeat(None));
    keys.into_iter().map(|(_, id)| (id, found.next().flatten())).collect()
}

/// Everything in the store of records, unreadable or not; nothing where there is no database.
pub async fn everything() -> Vec<Stored> {
    let mut all = Vec::new();
    if let Ok(database) = open().await {
        // What was read before the browser gave up is better than nothing.
        let _ = each(&database, RECORDS, |firm, id, text| all.push(Stored { firm, id, text })).await;
        database.close();
    }
    all
}

/// Another origin's frame has a part of the storage that only pages framed there see.
fn rung() -> Rung {
    let window = window();
    let is_top = window.parent().ok().flatten().is_none_or(|parent| parent == window);
    let is_own = window.frame_element().is_ok_and(|frame| frame.is_some());
    if is_top || is_own { Rung::Device } else { Rung::Partition }
}

// --- reading -----------------------------------------------------------------------------------

async fn read_all() -> Outcome<Found> {
    let database = open().await?;
    let found = read_from(&database).await;
    database.close();
    found
}

async fn read_from(database: &IdbDatabase) -> Outcome<Found> {
    let mut found = Found::default();
    each(database, FIRMS, |_, _, text| found.firms.extend(serde_json::from_str::<Firm>(&text))).await?;
    each(database, ROWS, |firm, _, text| found.rows.extend(Row::parse(&firm, &text))).await?;
    let loose = without_row(&keys(database).await?, &found.rows);
    let texts = fetch_from(database, &loose).await?;
    let stored =
        |((firm, id), text): ((String, String), Option<String>)| Some(Stored { firm, id, text: text? });
    found.loose = loose.into_iter().zip(texts).filter_map(stored).collect();
    Ok(found)
}

/// The keys, slot and id, that no row has; both are in the order of the keys.
fn without_row(keys: &[String], rows: &[Row]) -> Vec<(String, String)> {
    let mut rows = rows.iter().map(|row| key_of(&row.firm, &row.id)).peekable();
    let mut has_row = |key: &String| {
        while rows.next_if(|row| row < key).is_some() {}
        rows.next_if(|row| row == key).is_some()
    };
    keys.iter().filter(|key| !has_row(key)).map(|key| parts_of(key)).collect()
}

/// Goes through a store, some at a time: slot, id, text.
async fn each(
    database: &IdbDatabase,
    store: &str,
    mut take: impl FnMut(String, String, String),
) -> Outcome<()> {
    let mut last = None;
    loop {
        let transaction = database.transaction_with_str(store)?;
        let (store, range) = (transaction.object_store(store)?, after(last.as_ref())?);
        let keys = store.get_all_keys_with_key_and_limit(&range, CHUNK)?;
        let texts = store.get_all_with_key_and_limit(&range, CHUNK)?;
        completed(&transaction).await?;
        let (keys, texts): (Array, Array) = (keys.result()?.dyn_into()?, texts.result()?.dyn_into()?);
        for (key, text) in keys.iter().zip(texts.iter()) {
            let (firm, id) = parts_of(&key.as_string().unwrap_or_default());
            take(firm, id, text.as_string().unwrap_or_default());
        }
        if keys.length() < CHUNK {
            return Ok(());
        }
        last = Some(keys.get(keys.length() - 1));
    }
}

/// Keys of all records.
async fn keys(database: &IdbDatabase) -> Outcome<Vec<String>> {
    let transaction = database.transaction_with_str(RECORDS)?;
    let keys = transaction.object_store(RECORDS)?.get_all_keys()?;
    completed(&transaction).await?;
    let keys: Array = keys.result()?.dyn_into()?;
    Ok(keys.iter().filter_map(|key| key.as_string()).collect())
}

async fn fetch(keys: &[(String, String)]) -> Outcome<Vec<Option<String>>> {
    let database = open().await?;
    let texts = fetch_from(&database, keys).await;
    database.close();
    texts
}

async fn fetch_from(database: &IdbDatabase, keys: &[(String, String)]) -> Outcome<Vec<Option<String>>> {
    let transaction = database.transaction_with_str(RECORDS)?;
    let store = transaction.object_store(RECORDS)?;
    let request = |(firm, id): &(String, String)| store.get(&key_of(firm, id).into());
    let requests = keys.iter().map(request).collect::<Outcome<Vec<IdbRequest>>>()?;
    completed(&transaction).await?;
    requests.iter().map(|request| Ok(request.result()?.as_string())).collect()
}

// --- writing -----------------------------------------------------------------------------------

async fn write_all(writes: &[Write]) -> Outcome<()> {
    let database = open().await?;
    let written = write_to(&database, writes).await;
    database.close();
    written
}

async fn write_to(database: &IdbDatabase, writes: &[Write]) -> Outcome<()> {
    let stores: Array = [RECORDS, ROWS, FIRMS].into_iter().map(JsValue::from).collect();
    let mode = IdbTransactionMode::Readwrite;
    let transaction = database.transaction_with_str_sequence_and_mode(&stores, mode)?;
    let store = |name| transaction.object_store(name);
    let (records, rows, firms) = (store(RECORDS)?, store(ROWS)?, store(FIRMS)?);
    for write in writes {
        put(write, &records, &rows, &firms)?;
    }
    completed(&transaction).await
}

fn put(
    write: &Write,
    records: &IdbObjectStore,
    rows: &IdbObjectStore,
    firms: &IdbObjectStore,
) -> Outcome<()> {
    match write {
        Write::Record { firm, id, text, row } => {
            let key = key_of(firm, id).into();
            records.put_with_key(&text.into(), &key)?;
            rows.put_with_key(&row.into(), &key)?;
        }
        Write::Aside(Unreadable { firm, key, text }) => {
            let key = key_of(firm, key).into();
            records.put_with_key(&text.into(), &key)?;
            rows.delete(&key)?;
        }
        Write::Forget { firm, id } => forget(&key_of(firm, id).into(), [records, rows])?,
        Write::ForgetRecords(firm) => forget(&of_firm(firm)?, [records, rows])?,
        Write::Firm(firm) => {
            let text = serde_json::to_string(firm).unwrap_or_default();
            firms.put_with_key(&text.into(), &key_of(&firm.slot, "").into())?;
        }
        Write::ForgetFirm(slot) => {
            forget(&of_firm(slot)?, [records, rows])?;
            forget(&key_of(slot, "").into(), [firms])?;
        }
        // Neither is in the database.
        Write::Draft(..) | Write::Everything => {}
    }
    Ok(())
}

fn forget<const N: usize>(keys: &JsValue, stores: [&IdbObjectStore; N]) -> Outcome<()> {
    stores.into_iter().try_for_each(|store| store.delete(keys).map(drop))
}

async fn delete() -> Outcome<()> {
    let request = factory()?.delete_database(NAME)?;
    answered(&request).await.map(drop)
}

// --- keys --------------------------------------------------------------------------------------

fn key_of(firm: &str, id: &str) -> String {
    format!("{firm}/{id}")
}

fn parts_of(key: &str) -> (String, String) {
    let (firm, id) = key.split_once('/').unwrap_or(("", key));
    (firm.to_owned(), id.to_owned())
}

/// The keys of all that belongs to a firm: `0` follows `/`.
fn of_firm(firm: &str) -> Outcome<JsValue> {
    let (first, end) = (format!("{firm}/"), format!("{firm}0"));
    let range = IdbKeyRange::bound_with_lower_open_and_upper_open(&first.into(), &end.into(), false, true);
    range.map(JsValue::from)
}

/// All keys behind one.
fn after(last: Option<&JsValue>) -> Outcome<JsValue> {
    last.map_or(Ok(JsValue::UNDEFINED), |last| {
        IdbKeyRange::lower_bound_with_open(last, true).map(JsValue::from)
    })
}

// --- the browser's ways ------------------------------------------------------------------------

fn factory() -> Outcome<web_sys::IdbFactory> {
    window().indexed_db()?.ok_or(JsValue::UNDEFINED)
}

async fn open() -> Outcome<IdbDatabase> {
    let request = factory()?.open_with_u32(NAME, VERSION)?;
    let made = request.clone();
    let make = Closure::once(move || make_stores(&made));
    request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
    answered(&request).await?.dyn_into()
}

fn make_stores(request: &IdbOpenDbRequest) {
    let Ok(Ok(database)) = request.result().map(JsCast::dyn_into::<IdbDatabase>) else { return };
    for name in [RECORDS, ROWS, FIRMS] {
        // A store that cannot be made is missed by the first transaction.
        let _ = database.create_object_store(name);
    }
}

/// The result of a request.
async fn answered(request: &IdbRequest) -> Outcome<JsValue> {
    let answer = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    limited(answer).await?;
    request.result()
}

async fn completed(transaction: &IdbTransaction) -> Outcome<()> {
    let end = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    limited(end).await.map(drop)
}

/// A promise that fails where the browser does not answer: some never do, whatever is asked of them.
async fn limited(promise: Promise) -> Outcome<JsValue> {
    /// Milliseconds after which a database is taken to be silent.
    const SILENT: i32 = 8_000;
    let end = Promise::new(&mut |_, reject| {
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&reject, SILENT);
        // A page without timers waits as long as its browser does.
        let _ = timer;
    });
    JsFuture::from(Promise::race(&Array::of2(&promise, &end))).await
}
