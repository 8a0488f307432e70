(function () {
  'use strict';
  var root = document.documentElement;
  var errors = [];
  function note(message) { errors.push(String(message)); root.dataset.errors = String(errors.length); root.dataset.firstError = errors[0]; }
  root.dataset.errors = '0';
  window.addEventListener('error', function (e) { note(e.message); });
  document.addEventListener('securitypolicyviolation', function (e) { note('blocked ' + e.violatedDirective + ' ' + e.blockedURI); });
  var log = console.error;
  console.error = function () { note(Array.prototype.join.call(arguments, ' ')); log.apply(console, arguments); };

  var data = JSON.parse(document.getElementById('data').textContent);
  var meta = data.meta;

  function element(tag, className, text) {
    var e = document.createElement(tag);
    if (className) { e.className = className; }
    if (text !== undefined) { e.textContent = text; }
    return e;
  }

  meta.facts.forEach(function (fact) {
    var row = element('div');
    row.append(element('dt', '', fact[0]), element('dd', '', fact[1]));
    document.getElementById('facts').append(row);
  });
  data.cards.forEach(function (card) {
    var box = element('article', 'card ' + card.tone);
    var value = element('p', 'value', card.value);
    if (card.unit) { value.append(element('small', '', card.unit)); }
    box.append(element('p', 'label', card.label), value, element('p', 'hint', card.hint));
    document.getElementById('cards').append(box);
  });

  // ---- charts -------------------------------------------------------------------------------------------------
  var LIGHT = { text: '#182230', muted: '#5d6b7e', line: '#dfe5ec', surface: '#ffffff', load: '#2563c9', capacity: '#e07a1f', bad: '#d13a45', response: '#6a4fc4',
    zones: ['#2f7ed8', '#17a2a2', '#8a63d2', '#e0952c', '#d1548f', '#7a8ca0'], options: { ON_DEMAND: '#2f7ed8', SPOT: '#2fa36b', SUBSCRIPTION: '#9168cf' } };
  var DARK = { text: '#e6ebf2', muted: '#94a3b5', line: '#2a3644', surface: '#18212c', load: '#6ea4ff', capacity: '#ffab5e', bad: '#ff7079', response: '#b09bff',
    zones: ['#5ba3f5', '#3cc7c2', '#ae8cf0', '#f0b45a', '#ee7fb4', '#a0b0c2'], options: { ON_DEMAND: '#5ba3f5', SPOT: '#55c98d', SUBSCRIPTION: '#b492ec' } };

  function format(value, digits) {
    if (value === null || value === undefined || isNaN(value)) { return '–'; }
    return Number(value).toLocaleString('en', { maximumFractionDigits: digits });
  }
  function base(description, unit, digits, extra) {
    var wide = extra && extra.slider;
    return Object.assign({
      animation: false, useUTC: true,
      textStyle: { fontFamily: 'inherit', color: page.colours.text },
      aria: { enabled: true, label: { description: description } },
      grid: { left: 12, right: 18, top: 62, bottom: wide ? 62 : 18, containLabel: true },
      legend: { top: 4, left: 4, itemGap: 18, itemWidth: 16, itemHeight: 9, icon: 'roundRect', textStyle: { color: page.colours.muted }, inactiveColor: page.colours.line },
      tooltip: { trigger: 'axis', confine: true, backgroundColor: page.colours.surface, borderColor: page.colours.line, textStyle: { color: page.colours.text, fontSize: 13 },
        axisPointer: { type: 'line', lineStyle: { color: page.colours.muted, width: 1 } },
        formatter: function (items) { return tooltip(items, unit, digits); } },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      xAxis: { type: 'time', axisLine: { lineStyle: { color: page.colours.line } }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: page.colours.muted, fontSize: 12, hideOverlap: true,
        formatter: { year: '{yyyy}', month: '{d} {MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}', second: '{HH}:{mm}:{ss}' } } },
      yAxis: { type: 'value', name: unit, nameLocation: 'end', nameGap: 12, nameTextStyle: { color: page.colours.muted, align: 'left', padding: [0, 0, 0, -28] }, min: 0, axisLabel: { color: page.colours.muted }, splitLine: { lineStyle: { color: page.colours.line, type: [3, 4] } } },
      dataZoom: [{ type: 'inside', filterMode: 'none' }].concat(wide ? [{ type: 'slider', filterMode: 'none', height: 24, bottom: 10, borderColor: page.colours.line, textStyle: { color: page.colours.muted }, fillerColor: page.colours.load + '22',
        handleStyle: { color: page.colours.surface, borderColor: page.colours.muted }, moveHandleStyle: { color: page.colours.line }, dataBackground: { lineStyle: { color: page.colours.muted, opacity: .5 }, areaStyle: { color: page.colours.muted, opacity: .15 } },
        selectedDataBackground: { lineStyle: { color: page.colours.load }, areaStyle: { color: page.colours.load, opacity: .2 } } }] : [])
    }, {});
  }

  function tooltip(items, unit, digits) {
    var box = element('div');
    if (items.length) { box.append(element('div', '', meta.weekdays[Math.floor(items[0].value[0] / 864e5 + 4) % 7] + ' ' + echarts.time.format(items[0].value[0], '{d} {MMM} {yyyy}, {HH}:{mm}', true))); }
    items.forEach(function (item) {
      if (item.seriesName.charAt(0) === ' ') { return; }
      var row = element('div');
      row.style.display = 'flex'; row.style.gap = '18px'; row.style.justifyContent = 'space-between';
      var name = element('span');
      var dot = element('span');
      dot.style.cssText = 'display:inline-block;width:9px;height:9px;border-radius:3px;margin-right:7px;background:' + item.color;
      name.append(dot, document.createTextNode(item.seriesName));
      var value = element('strong', '', format(item.value[1], digits) + (unit ? ' ' + unit : ''));
      row.append(name, value);
      box.append(row);
    });
    return box;
  }

  // ---- drawing, themes, sizes ---------------------------------------------------------------------------------
  var builders = {};
  var charts = [];
  var drawn = {};
  var printing = false;
  function draw() {
    charts.forEach(function (c) { c.dispose(); });
    charts = Object.keys(builders).map(function (id) {
      var box = document.getElementById(id);
      var chart = echarts.init(box, null, { renderer: 'svg' });
      chart.on('finished', function () { drawn[id] = true; box.dataset.drawn = 'true'; root.dataset.charts = String(Object.keys(drawn).length); });
      var option = builders[id]();
      if (option.xAxis.type === 'time') { option.xAxis.splitNumber = Math.max(1, Math.floor(box.clientWidth / 120)); }
      chart.setOption(option);
      chart.group = 'run';
      return chart;
    });
    echarts.connect('run');
  }
  function theme(name) { root.dataset.theme = name; page.colours = name === 'dark' ? DARK : LIGHT; draw(); }
  document.getElementById('theme').addEventListener('click', function () { theme(root.dataset.theme === 'dark' ? 'light' : 'dark'); });
  // a chart is as wide as its box; the first report of a box is its present size
  var sizes = new ResizeObserver(function (entries) {
    entries.forEach(function (e) {
      charts.forEach(function (c) { if (c.getDom() === e.target && c.getWidth() !== e.target.clientWidth) { c.resize(); } });
    });
  });
  // paper is light, and as wide as it is
  var before = 'light';
  window.addEventListener('beforeprint', function () { if (!printing) { printing = true; before = root.dataset.theme; theme('light'); } });
  window.addEventListener('afterprint', function () { if (printing) { printing = false; theme(before); } });

  // zoom with the keyboard: arrows move, plus and minus scale, 0 shows everything
  function zoom(key) {
    var zoomed = charts.filter(function (c) { var o = c.getOption(); return o.dataZoom && o.dataZoom.length; });
    if (!zoomed.length) { return false; }
    var z = zoomed[0].getOption().dataZoom[0];
    var from = z.start, to = z.end, span = to - from, step = span / 5;
    if (key === 'ArrowLeft') { step = Math.min(step, from); from -= step; to -= step; }
    else if (key === 'ArrowRight') { step = Math.min(step, 100 - to); from += step; to += step; }
    else if (key === '+' || key === '=') { from += span / 5; to -= span / 5; }
    else if (key === '-') { from = Math.max(0, from - span / 3); to = Math.min(100, to + span / 3); }
    else if (key === '0') { from = 0; to = 100; }
    else { return false; }
    zoomed.forEach(function (c) { c.dispatchAction({ type: 'dataZoom', start: from, end: to }); });
    return true;
  }
  function draws(all) {
    builders = all;
    Object.keys(all).forEach(function (id) {
      var box = document.getElementById(id);
      box.tabIndex = 0;
      sizes.observe(box);
      box.setAttribute('role', 'group');
      box.setAttribute('aria-roledescription', 'chart');
      box.addEventListener('keydown', function (e) { if (!e.ctrlKey && !e.metaKey && !e.altKey && zoom(e.key)) { e.preventDefault(); } });
    });
    theme(window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  }

  var page = { data: data, meta: meta, colours: LIGHT, element: element, format: format, base: base, draws: draws };
  window.essPage = page;
}());
