// The loop: one slide after another on a screen of any size; each is pushed up by the next, and built just before.

const p = innerHeight / 1080;
const ground = `linear-gradient(${SHOW.ground.map(([place, tint]) => `${tint} ${100 * place}%`).join(", ")})`;
document.documentElement.style.setProperty("--p", `${p}px`);
document.body.style.background = SHOW.colors.stage;

const slides = SHOW.slides.map((facts) => {
  const slide = new Slide(facts, p, "canvas");
  slide.element.style.background = ground;
  document.body.append(slide.element);
  return slide;
});

const wait = (until) => new Promise((resolve) => setTimeout(resolve, until - performance.now()));
const PUSH = { duration: 1000 * SHOW.transition, easing: "cubic-bezier(0.65, 0, 0.35, 1)", fill: "forwards" };

async function push(outgoing, incoming) {
  incoming.element.classList.add("shown");
  const away = outgoing.element.animate([{ transform: "none" }, { transform: "translateY(-100%)" }], PUSH);
  const here = incoming.element.animate([{ transform: "translateY(100%)" }, { transform: "none" }], PUSH);
  await here.finished;
  away.cancel();
  here.cancel();
  outgoing.element.classList.remove("shown");
  outgoing.leave();
}

async function play() {
  await typefaces;
  let due = performance.now();
  let current = slides[0];
  current.element.classList.add("shown");
  current.enter();
  for (let number = 1; ; number += 1) {
    const following = slides[number % slides.length];
    due += 1000 * current.facts.duration;
    await wait(due - 2000);
    following.prepare();
    await wait(due);
    await push(current, following);
    due += 1000 * SHOW.transition;
    current = following;
    current.enter();
  }
}

play();
