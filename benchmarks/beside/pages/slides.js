// The slides: each is built from the figures in SHOW, and its entrance begins with enter().

const color = SHOW.colors;
const ASCENT = 1.16;

/** Settled once the first slide can be set in its own type; the third weight follows. */
const typefaces = Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 1em "Noto Sans SC"`)));

/** How a value is written, on the way to it too: "48.6万人次". */
function written(figure, value, hasUnit = true) {
  const digits = (value / figure.factor).toLocaleString("en", {
    minimumFractionDigits: figure.decimals,
    maximumFractionDigits: figure.decimals,
  });
  return { digits, after: figure.word + (hasUnit ? figure.unit : "") };
}

/** A page of the show. `p` is how many pixels one pixel of a screen of 1080 lines takes; `renderer` is ECharts' own word. */
class Slide {
  constructor(facts, p, renderer) {
    this.facts = facts;
    this.p = p;
    this.renderer = renderer;
    this.element = document.createElement("div");
    this.element.className = "page";
    this.chart = null;
    this.furnish();
    PARTS[facts.kind]?.(this, facts);
  }

  /** Builds what takes time, while nothing moves. */
  prepare() {
    const room = this.element.querySelector(".chart");
    if (room && !this.chart) this.chart = echarts.init(room, null, { renderer: this.renderer });
  }

  enter() {
    this.prepare();
    this.element.classList.add("entered");
    if (this.chart) this.chart.setOption(CHARTS[this.facts.kind](this.facts, this.p));
    if (this.counter) this.count();
  }

  leave() {
    this.element.classList.remove("entered");
    this.chart?.dispose();
    this.chart = null;
    if (this.counter) this.counter.textContent = "";
  }

  /** A line of text with its baseline at `y`. */
  words(text, x, y, size, { role = "text", weight = 400, fade = null, anchor = "start", className = "" } = {}) {
    const element = document.createElement("div");
    element.className = `words ${className}`;
    element.textContent = text;
    const shift = { start: "0", middle: "-50%", end: "-100%" }[anchor];
    const top = className === "upright" ? y - 0.88 * size : y - ASCENT * size;
    Object.assign(element.style, {
      left: `${x * this.p}px`, top: `${top * this.p}px`, fontSize: `${size * this.p}px`,
      fontWeight: weight, color: color[role], translate: `${shift} 0`,
    });
    if (fade) this.animate(element, "fades", ...fade);
    this.element.append(element);
    return element;
  }

  box(left, top, width, height, background, className = "") {
    const element = document.createElement("div");
    if (className) element.className = className;
    Object.assign(element.style, {
      left: `${left * this.p}px`, top: `${top * this.p}px`, width: `${width * this.p}px`, height: `${height * this.p}px`, background,
    });
    this.element.append(element);
    return element;
  }

  animate(element, name, start, duration) {
    element.classList.add(name);
    element.style.animationDelay = `${start}s`;
    element.style.animationDuration = `${duration}s`;
  }

  /** Spine, title, source and the strokes at the foot. */
  furnish() {
    const { facts } = this;
    const small = SHOW.type.small;
    this.element.append(strokes(SHOW.foot), strokes(facts.marker));
    const share = 924 / facts.count;
    this.box(155.25, 84, 1.5, 924, color.hair);
    this.box(154, 84 + share * (facts.number - 1), 4, share, color.axis);
    this.words(String(facts.number).padStart(2, "0"), 96, 1008, small, { role: "muted", anchor: "middle" });
    this.words(facts.chapter, 96, 208, small, { role: "muted", anchor: "middle", className: "upright" });
    this.words(facts.title, 204, 163, SHOW.type.title, { weight: 700 });
    this.words(facts.second, 204, 226, small, { role: "muted" });
    this.words(facts.source, 204, 1008, small, { role: "muted" });
  }

  count() {
    const { figure } = this.facts;
    const begin = performance.now();
    const step = (now) => {
      if (!this.element.classList.contains("entered")) return;
      const t = Math.min(Math.max((now - begin) / 1000 - 0.2, 0) / 1.4, 1);
      this.counter.textContent = t > 0 ? written(figure, figure.value * (1 - (1 - t) ** 3)).digits : "";
      if (t < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }
}

/** Strokes that climb along the smoothstep, with the opacities of their fade. */
function strokes(list) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 1920 1080");
  picture.style.cssText = "left:0; top:0; width:100%; height:100%";
  for (const [index, each] of list.entries()) {
    const path = document.createElementNS(space, "path");
    const points = [[0, each.low]];
    for (let step = 0; step <= 24; step += 1) {
      const s = step / 24;
      points.push([each.begin + (each.end - each.begin) * s, each.low + (each.high - each.low) * s * s * (3 - 2 * s)]);
    }
    const isWhole = each.fade.length === 1;
    path.setAttribute("d", `M${points.slice(isWhole ? 1 : 0).map((point) => point.join(" ")).join("L")}`);
    path.setAttribute("fill", "none");
    path.setAttribute("stroke-width", each.width);
    if (isWhole) {
      path.setAttribute("stroke", color[each.color]);
      path.setAttribute("stroke-linecap", "round");
    } else {
      const name = `fade${index}`;
      const gradient = document.createElementNS(space, "linearGradient");
      gradient.id = name;
      gradient.setAttribute("gradientUnits", "userSpaceOnUse");
      gradient.setAttribute("x2", 1920);
      for (const [place, opacity] of each.fade) {
        const stop = document.createElementNS(space, "stop");
        stop.setAttribute("offset", place);
        stop.setAttribute("stop-color", color[each.color]);
        stop.setAttribute("stop-opacity", opacity);
        gradient.append(stop);
      }
      picture.append(gradient);
      path.setAttribute("stroke", `url(#${name})`);
    }
    picture.append(path);
  }
  return picture;
}

const room = (slide) => slide.box(180, 250, 1740, 690, "none", "chart");

/** A plot, and beside it the last values of its series, the greatest on top, once they are reached. */
function ends(slide, { series, kind }) {
  room(slide);
  const size = kind === "area" ? SHOW.type.medium : 173;
  const left = kind === "area" ? 1336 : 1245;
  const lasts = series.map((each, index) => ({ ...each, last: each.values.at(-1), role: index ? "cool" : "warm" }));
  lasts.sort((one, other) => other.last - one.last);
  lasts.forEach((each, index) => {
    const { digits, after } = written(each, each.last);
    const y = 763 - 245 * (lasts.length - 1 - index);
    const element = slide.words(digits, left, y, size, { role: each.role, fade: [2, 0.4] });
    const unit = document.createElement("span");
    unit.textContent = after;
    unit.style.fontSize = `${SHOW.type.title * slide.p}px`;
    element.append(unit);
    slide.words(each.label, left, y + 84, SHOW.type.label, { weight: 700, fade: [2, 0.4] });
  });
}

/** What a slide holds beside its furniture, by kind. */
const PARTS = {
  counter(slide, { figure }) {
    const size = 346;
    const place = slide.words(written(figure, figure.value).digits, 204, 528, size, { role: "warm" });
    const wide = document.createElement("span");
    Object.assign(wide.style, { display: "inline-block", textAlign: "right" });
    place.textContent = "";
    place.append(wide);
    // As wide as the final number, so that the unit stands still.
    wide.style.width = `${0.555 * 6 * size * slide.p + 0.278 * size * slide.p}px`;
    slide.counter = wide;
    slide.words(figure.unit, 1438, 528, SHOW.type.banner, { role: "warm" });
    slide.words(figure.label, 204, 631, SHOW.type.label, { fade: [1, 0.4] });
  },
  columns: room,
  rows: room,
  lines: ends,
  area: ends,
  ring: room,
  timeline(slide, { events }) {
    slide.animate(slide.box(191, 412, 1633, 3, color.axis), "runs", 0, 0.8);
    events.forEach((event, index) => {
      const x = 204 + 324 * index;
      const size = event.emphasis ? 38 : 26;
      const role = event.emphasis ? "warm" : "cool";
      slide.animate(slide.box(x - size / 2, 413.5 - size / 2, size, size, color[role]), "opens", 0.1 + 0.1 * index, 0.4);
      const fade = [0.8 + 0.15 * index, 0.5];
      slide.words(event.time, x - 13, 508, SHOW.type.label, { weight: 700, role: event.emphasis ? "warm" : "text", fade });
      slide.words(event.words, x - 13, 591, SHOW.type.label, { fade });
    });
  },
  heading(slide, { text, detail }) {
    slide.words(text, 192, 567, SHOW.type.medium, { weight: 900, fade: [0.2, 0.5] });
    slide.words(detail, 204, 675, SHOW.type.label, { role: "muted", fade: [0.7, 0.5] });
  },
};
