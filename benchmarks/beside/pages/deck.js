// The deck: reveal.js shows one section for each slide, by itself and for ever, and scales it to the screen.

document.body.style.background = `linear-gradient(${SHOW.ground.map(([place, tint]) => `${tint} ${100 * place}%`).join(", ")})`;

const slides = new Map();
for (const facts of SHOW.slides) {
  const section = document.createElement("section");
  // Sharp at any scale: a canvas would be enlarged from 1080 lines.
  const slide = new Slide(facts, 1, "svg");
  section.append(slide.element);
  document.querySelector(".slides").append(section);
  slides.set(section, slide);
}

const [{ duration }] = SHOW.slides;
typefaces.then(() => Reveal.initialize({
  width: 1920,
  height: 1080,
  margin: 0,
  minScale: 0.1,
  maxScale: 10,
  center: false,
  controls: false,
  progress: false,
  hash: false,
  loop: true,
  transition: "slide",
  // Without its control, which would be painted anew all the time.
  autoSlideStoppable: false,
  autoSlide: 1000 * (duration + SHOW.transition),
}));
Reveal.on("ready", ({ currentSlide }) => slides.get(currentSlide).enter());
Reveal.on("slidechanged", ({ currentSlide }) => slides.get(currentSlide).prepare());
Reveal.on("slidetransitionend", ({ currentSlide }) => {
  for (const [section, slide] of slides) if (section !== currentSlide) slide.leave();
  slides.get(currentSlide).enter();
});
