//! What would be sent, drawn, and the buttons that decide.

use crate::{
    address::Address,
    statistics::{
        preview::Preview,
        sending,
        step::{Step, level_name},
    },
    store::Store,
    words::{Lang, say},
};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;
use zjtx_wire::{District, REPORT_LENGTH};

impl Preview {
    /// Sends the reports and tells what came of it.
    pub fn send(&self, endpoint: &str, step: &UseStateSetter<Step>) -> Callback<MouseEvent> {
        let (preview, endpoint, step) = (self.clone(), endpoint.to_owned(), step.clone());
        Callback::from(move |_| {
            let (preview, endpoint, step) = (preview.clone(), endpoint.clone(), step.clone());
            step.set(Step::Sending);
            spawn_local(async move {
                let fates = sending::send(&endpoint, &preview).await;
                step.set(Step::Told(fates, preview));
            });
        })
    }

    /// Draws what would be sent, and the buttons that decide.
    pub fn view(&self, store: &Store, endpoint: &str, step: UseStateSetter<Step>) -> Html {
        let lang = store.lang();
        if self.open.is_empty() {
            return html! { <p role="status">{ lang.pick("本周已经计入，不会重复计入。", "Already counted this week; nothing is sent again.") }</p> };
        }
        let onsend = self.send(endpoint, &step);
        let decline = step.clone();
        html! {
            <>
                { self.district_field(store, step) }
                <p>{ say!(lang, "将要发送的全部内容，每个级别一行，每行都是 {REPORT_LENGTH} 字节：", "All that would be sent: a line for each level, {REPORT_LENGTH} bytes each:") }</p>
                { for self.reports().map(|(_, report)| html! { <pre class="bytes">{ report.to_json() }</pre> }) }
                { legend(lang) }
                { for self.done.iter().map(|count| html! { <p class="note">{ level_name(count.pack.level(), lang) }{ lang.pick("：本周已经计入。", ": already counted this week.") }</p> }) }
                <p class="actions">
                    <button type="button" class="button" onclick={onsend}>{ lang.pick("发送", "Send") }</button>
                    <button type="button" class="button quiet" onclick={move |_| decline.set(Step::Offered)}>{ lang.pick("不发送", "Do not send") }</button>
                </p>
            </>
        }
    }

    fn district_field(&self, store: &Store, step: UseStateSetter<Step>) -> Html {
        let lang = store.lang();
        let preview = self.clone();
        let onchange = Callback::from(move |event: Event| {
            let field: web_sys::HtmlSelectElement = event.target_unchecked_into();
            let district = District::from_code(&field.value()).unwrap_or(District::NotStated);
            step.set(Step::Shown(Self { district, ..preview.clone() }));
        });
        html! {
            <p>
                <label for="contribute-district">{ lang.pick("所在区", "District") }</label>
                <select id="contribute-district" class="field" {onchange}>
                    { for District::ALL.into_iter().map(|district| html! {
                        <option value={district.code()} selected={district == self.district}>{ district_name(district, store) }</option>
                    }) }
                </select>
            </p>
        }
    }
}

fn district_name(district: District, store: &Store) -> String {
    if district == District::NotStated {
        return store.lang().pick("不填写，或不在广州", "not stated, or not in Guangzhou").to_owned();
    }
    let cities = &store.model().rules.terms().areas().cities;
    let area = cities.iter().flat_map(|city| &city.districts).find(|area| area.code == district.code());
    area.map_or(district.name(), |area| area.name.get(store.lang())).to_owned()
}

fn legend(lang: Lang) -> Html {
    html! {
        <p class="note">
            { lang.pick(
                "v 格式版本；id 随机数，只用来防止重复计数；rs、lv 规则包和级别；d 所在区；r 结论（1 符合，2 不符合，3 尚不能判断，4 有否决性条件）；p 统计周（由统计接口给出）。没有企业名称、填写的数据、分数、时间或来源网页。",
                "v format version; id a random number that only keeps it from being counted twice; rs, lv rule pack and level; d district; r verdict (1 met, 2 not met, 3 cannot be determined, 4 vetoed); p the week, as the endpoint says. No name, no answer, no score, no time, no referring page.",
            ) }
            { " " }<a href={Address::Privacy.href()}>{ lang.pick("隐私说明", "Privacy") }</a>
        </p>
    }
}
