// Spares the reader from loading the page again: asks once a second, and puts in what is new. Everything works without it.
"use strict";

const PERIOD = 1000;
let revision = document.body.dataset.revision;

function swap(id, fresh) {
  const old = document.getElementById(id);
  const made = fresh.getElementById(id);
  if (old && made && old.innerHTML !== made.innerHTML) old.innerHTML = made.innerHTML;
}

// Only what has changed is touched, so that a screen reader hears new messages once and open menus stay open.
function merge(fresh) {
  const list = document.getElementById("lista");
  const made = fresh.getElementById("lista");
  if (!list || !made) return;
  const kept = new Set([...made.children].map((item) => item.id));
  [...list.children].filter((item) => !kept.has(item.id)).forEach((item) => item.remove());
  [...made.children].forEach((item, index) => {
    const old = list.children[index];
    if (!old || old.id !== item.id) list.insertBefore(item, old ?? null);
    else if (old.outerHTML !== item.outerHTML) old.replaceWith(item);
  });
}

async function redraw() {
  const answer = await fetch(location.pathname);
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const key = (page) => page.getElementById("fonster")?.dataset.key;
  if (key(fresh) !== key(document)) return location.replace(location.pathname);
  ["meny", "personer", "hem"].forEach((id) => swap(id, fresh));
  merge(fresh);
  revision = fresh.body.dataset.revision;
}

async function look() {
  try {
    const answer = await fetch(document.body.dataset.news);
    if (!answer.ok) return;
    const news = await answer.json();
    const clock = document.getElementById("klocka");
    if (clock.textContent !== news.clock) clock.textContent = news.clock;
    if (String(news.revision) !== revision) await redraw();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // the workspace is stopped: ask again later
  }
}

if (document.body.dataset.news) {
  setInterval(look, PERIOD);
  document.addEventListener("keydown", (event) => {
    const cross = document.querySelector("#fonster .cross");
    if (event.key === "Escape" && cross && !document.querySelector(":popover-open")) cross.click();
  });
  const line = document.getElementById("skriv");
  line?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    line.form.requestSubmit();
  });
  document.querySelector("nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  const desk = matchMedia("(hover: hover)").matches; // on a phone it would bring up the keyboard
  if (desk && !document.getElementById("fonster")) line?.focus({ preventScroll: true });
}
