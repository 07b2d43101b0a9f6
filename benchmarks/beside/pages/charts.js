// The charts: ECharts' options for each kind, with the program's sizes, colours and times.

const EASING = "cubicInOut";
const label = (p, size, role) => ({ fontFamily: "Noto Sans SC", fontSize: size * p, color: color[role] });
const line = (p) => ({ lineStyle: { color: color.axis, width: 3 * p } });
const smaller = (p, size, role, weight = 400) => ({ ...label(p, size, role), fontWeight: weight });

function bars(figures, p, isAcross) {
  const warmest = isAcross ? 0 : figures.length - 1;
  const big = isAcross ? SHOW.type.title : SHOW.type.label;
  const data = figures.map((each, index) => {
    const role = index === warmest ? "warm" : "cool";
    return {
      value: each.value,
      itemStyle: { color: color[role] },
      label: { color: color[index === warmest ? "warm" : "text"] },
    };
  });
  const formatter = ({ value, dataIndex }) => {
    const { digits, after } = written(figures[dataIndex], value, isAcross);
    return `${digits}{after|${after}}`;
  };
  return {
    type: "bar",
    data,
    barWidth: isAcross ? 60 * p : "62%",
    animationDuration: 1200,
    animationEasing: EASING,
    animationDelay: (index) => 400 + index * (600 / (figures.length - 1)),
    label: {
      show: true,
      position: isAcross ? "right" : "top",
      distance: 16 * p,
      valueAnimation: true,
      formatter,
      ...label(p, big, "text"),
      rich: { after: { fontSize: SHOW.type.small * p, fontFamily: "Noto Sans SC" } },
    },
  };
}

function curves(facts, p, right) {
  const roles = ["warm", "cool"];
  const isFilled = facts.kind === "area";
  const [first] = facts.series;
  return {
    grid: { left: 125 * p, right: right * p, top: 78 * p, bottom: 82 * p },
    xAxis: {
      type: "category", data: first.places, boundaryGap: false, axisTick: { show: false }, axisLine: line(p),
      axisLabel: { ...label(p, SHOW.type.small, "muted"), interval: (index) => [1, 6, 11].includes(index), margin: 14 * p },
    },
    yAxis: {
      type: "value", splitNumber: 2, splitLine: { show: false }, axisLine: { show: true, ...line(p) },
      axisTick: { show: true, length: 14 * p, ...line(p) },
      axisLabel: { ...label(p, SHOW.type.small, "muted"), formatter: (value) => (value ? `${value / 10000} 万` : "0") },
    },
    series: facts.series.map((each, index) => ({
      type: "line", data: each.values, symbol: "circle", symbolSize: 14 * p, showAllSymbol: true,
      lineStyle: { width: 7 * p, color: color[roles[index]] }, itemStyle: { color: color[roles[index]] },
      areaStyle: isFilled ? { color: new echarts.graphic.LinearGradient(0, 0, 0, 1, [
        { offset: 0, color: `${color.warm}90` }, { offset: 1, color: `${color.warm}10` }]) } : undefined,
      animationDuration: 1600, animationDelay: 500, animationEasing: EASING,
    })),
  };
}

/** ECharts' options by kind of slide. */
const CHARTS = {
  columns({ series }, p) {
    const figures = series.values.map((value) => ({ ...series, value }));
    return {
      grid: { left: 24 * p, right: 96 * p, top: 78 * p, bottom: 82 * p },
      xAxis: {
        type: "category", data: series.places, axisTick: { show: false }, axisLine: line(p),
        axisLabel: { ...label(p, SHOW.type.small, "muted"), margin: 14 * p },
      },
      yAxis: { type: "value", show: false, max: Math.max(...series.values) },
      series: [bars(figures, p, false)],
    };
  },
  rows({ figures }, p) {
    return {
      grid: { left: 292 * p, right: 402 * p, top: 14 * p, bottom: 82 * p },
      xAxis: { type: "value", show: false, max: Math.max(...figures.map((each) => each.value)) },
      yAxis: {
        type: "category", inverse: true, data: figures.map((each) => each.label), axisTick: { show: false }, axisLine: line(p),
        axisLabel: { ...label(p, SHOW.type.label, "text"), margin: 20 * p },
      },
      series: [bars(figures, p, true)],
    };
  },
  lines: (facts, p) => curves(facts, p, 730),
  area: (facts, p) => curves(facts, p, 638),
  ring({ figures }, p) {
    const data = figures.map((each, index) => ({
      name: each.label,
      value: each.value,
      itemStyle: { color: color[index ? "cool" : "warm"] },
      label: { color: color[index ? "text" : "warm"] },
    }));
    return {
      series: [{
        type: "pie", data, radius: [228 * p, 300 * p], center: [834 * p, 314 * p], padAngle: 1.2,
        animationDuration: 1600, animationDelay: 400, animationEasing: EASING,
        label: {
          ...label(p, SHOW.type.banner, "text"), formatter: "{c}{unit|%}\n{name|{b}}", alignTo: "labelLine", distanceToLabelLine: 14 * p,
          rich: { unit: { fontSize: 55 * p, fontFamily: "Noto Sans SC" }, name: smaller(p, SHOW.type.label, "text") },
        },
        labelLine: { length: 30 * p, length2: 40 * p, lineStyle: { width: 3 * p } },
      }],
    };
  },
};
