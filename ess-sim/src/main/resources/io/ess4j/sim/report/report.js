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
  var charts = [];
  var drawn = {};

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
  var colours = LIGHT;

  function format(value, digits) {
    if (value === null || value === undefined || isNaN(value)) { return '–'; }
    return Number(value).toLocaleString('en', { maximumFractionDigits: digits });
  }
  function pairs(values) { return values.map(function (v, i) { return [data.x[i] * 1000, v]; }); }
  function label(name) { var s = name.toLowerCase().replace(/_/g, ' '); return name === 'ON_DEMAND' ? 'On-demand' : s.charAt(0).toUpperCase() + s.slice(1); }

  function base(description, unit, digits, extra) {
    var wide = extra && extra.slider;
    return Object.assign({
      animation: false, useUTC: true,
      textStyle: { fontFamily: 'inherit', color: colours.text },
      aria: { enabled: true, label: { description: description } },
      grid: { left: 12, right: 18, top: 62, bottom: wide ? 62 : 18, containLabel: true },
      legend: { top: 4, left: 4, itemWidth: 16, itemHeight: 9, icon: 'roundRect', textStyle: { color: colours.muted }, inactiveColor: colours.line },
      tooltip: { trigger: 'axis', confine: true, backgroundColor: colours.surface, borderColor: colours.line, textStyle: { color: colours.text, fontSize: 13 },
        axisPointer: { type: 'line', lineStyle: { color: colours.muted, width: 1 } },
        formatter: function (items) { return tooltip(items, unit, digits); } },
      axisPointer: { link: [{ xAxisIndex: 'all' }] },
      xAxis: { type: 'time', axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, splitLine: { show: false }, axisLabel: { color: colours.muted, fontSize: 12, hideOverlap: true,
        formatter: { year: '{yyyy}', month: '{d} {MMM}', day: '{d} {MMM}', hour: '{HH}:{mm}', minute: '{HH}:{mm}', second: '{HH}:{mm}:{ss}' } } },
      yAxis: { type: 'value', name: unit, nameLocation: 'end', nameGap: 12, nameTextStyle: { color: colours.muted, align: 'left', padding: [0, 0, 0, -28] }, min: 0, axisLabel: { color: colours.muted }, splitLine: { lineStyle: { color: colours.line, type: [3, 4] } } },
      dataZoom: [{ type: 'inside', filterMode: 'none' }].concat(wide ? [{ type: 'slider', filterMode: 'none', height: 24, bottom: 10, borderColor: colours.line, textStyle: { color: colours.muted }, fillerColor: colours.load + '22',
        handleStyle: { color: colours.surface, borderColor: colours.muted }, moveHandleStyle: { color: colours.line }, dataBackground: { lineStyle: { color: colours.muted, opacity: .5 }, areaStyle: { color: colours.muted, opacity: .15 } },
        selectedDataBackground: { lineStyle: { color: colours.load }, areaStyle: { color: colours.load, opacity: .2 } } }] : [])
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

  function line(name, values, colour, more) {
    return Object.assign({ name: name, type: 'line', data: pairs(values), showSymbol: false, color: colour, lineStyle: { width: 1.8, color: colour }, emphasis: { disabled: true } }, more || {});
  }
  function band(name, low, high, colour) {
    return [
      line(' low ' + name, low, colour, { stack: name, lineStyle: { opacity: 0 }, tooltip: { show: false }, silent: true }),
      line(' band ' + name, high.map(function (v, i) { return v === null || low[i] === null ? null : v - low[i]; }), colour, { stack: name, lineStyle: { opacity: 0 }, areaStyle: { color: colour, opacity: .3 }, silent: true })
    ];
  }
  function stacked(list, colour) {
    return list.map(function (s, i) {
      var c = colour(s.name, i);
      return line(s.label, s.values, c, { stack: 'all', step: false, lineStyle: { width: 1, color: c }, areaStyle: { color: c, opacity: .55 } });
    });
  }

  function load() {
    var s = data.series;
    var o = base(meta.aria.load, meta.loadUnit, 1, { slider: true });
    o.series = band('load', s.load.least, s.load.greatest, colours.load).concat([
      line('Load', s.load.mean, colours.load),
      line('Capacity in service', s.capacity.mean, colours.capacity, { lineStyle: { width: 2, color: colours.capacity } })]);
    o.legend.data = ['Load', 'Capacity in service'];
    return o;
  }
  function response() {
    var s = data.series;
    var o = base(meta.aria.response, 'ms', 0);
    o.yAxis.type = 'log';
    o.yAxis.max = function (v) { return Math.pow(10, Math.ceil(Math.log10(Math.max(v.max, meta.sloMillis) * 1.1))); };
    o.yAxis.min = function (v) { return Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(1, Math.min(v.min, meta.sloMillis)))))); };
    o.yAxis.axisLabel.formatter = function (v) { return format(v, 0); };
    var areas = [];
    s.violated.forEach(function (share, i) { if (share > 0) { areas.push([{ xAxis: data.x[i] * 1000 }, { xAxis: data.ends[i] * 1000 }]); } });
    o.series = [
      line('Mean', s.response.mean, colours.response),
      line('Slowest period', s.response.greatest, colours.capacity, { z: 1, lineStyle: { width: 1.2, color: colours.capacity },
        markLine: { silent: true, symbol: 'none', data: [{ yAxis: meta.sloMillis }], lineStyle: { color: colours.bad, type: 'dashed', width: 1.4 }, label: { formatter: 'objective ' + format(meta.sloMillis, 0) + ' ms', position: 'insideStartTop', color: colours.bad, fontWeight: 600, backgroundColor: colours.surface, padding: [1, 4], borderRadius: 3 } },
        markArea: { silent: true, itemStyle: { color: colours.bad, opacity: .2 }, data: areas } })];
    return o;
  }
  function zones() {
    var o = base(meta.aria.zones, 'instances', 1);
    o.series = stacked(data.series.zones, function (name, i) { return colours.zones[i % colours.zones.length]; });
    return o;
  }
  function options() {
    var o = base(meta.aria.options, 'instances', 1);
    o.series = stacked(data.series.options, function (name) { return colours.options[name]; });
    return o;
  }
  function cost() {
    var o = base(meta.aria.cost, meta.currency, 2);
    o.series = stacked(data.series.cost, function (name) { return colours.options[name]; });
    return o;
  }
  function utilisation() {
    var s = data.series;
    var o = base(meta.aria.utilisation, '%', 1);
    o.yAxis.max = 100;
    o.series = band('use', s.utilisation.least, s.utilisation.greatest, colours.load).concat([line('Mean', s.utilisation.mean, colours.load)]);
    o.legend.data = ['Mean'];
    return o;
  }

  var builders = { 'chart-load': load, 'chart-response': response, 'chart-zones': zones, 'chart-options': options, 'chart-cost': cost, 'chart-utilisation': utilisation };
  function draw() {
    charts.forEach(function (c) { c.dispose(); });
    charts = Object.keys(builders).map(function (id) {
      var box = document.getElementById(id);
      var chart = echarts.init(box, null, { renderer: 'svg' });
      chart.on('finished', function () { drawn[id] = true; box.dataset.drawn = 'true'; root.dataset.charts = String(Object.keys(drawn).length); });
      chart.setOption(builders[id]());
      chart.group = 'run';
      return chart;
    });
    echarts.connect('run');
  }
  function theme(name) { root.dataset.theme = name; colours = name === 'dark' ? DARK : LIGHT; draw(); }
  document.getElementById('theme').addEventListener('click', function () { theme(root.dataset.theme === 'dark' ? 'light' : 'dark'); });
  var resizing = 0;
  window.addEventListener('resize', function () { clearTimeout(resizing); resizing = setTimeout(function () { charts.forEach(function (c) { c.resize(); }); }, 100); });

  // ---- activities ---------------------------------------------------------------------------------------------
  var PAGE = 100;
  var shown = PAGE;
  var rows = document.getElementById('rows');
  var filter = document.getElementById('filter');
  var status = document.getElementById('status');
  var more = document.getElementById('more');
  document.getElementById('activities-note').textContent = meta.activitiesNote;
  Array.from(new Set(data.activities.map(function (a) { return a.status; }))).sort().forEach(function (s) {
    var option = element('option', '', label(s)); option.value = s; status.append(option);
  });
  function batches(list, sign, className) {
    return list.map(function (b) { var li = element('li'); li.append(element('span', className, sign + b.count), document.createTextNode(' ' + b.type + ' · ' + b.zone + ' · ' + label(b.option).toLowerCase())); return li; });
  }
  function row(a) {
    var tr = element('tr');
    var pill = element('td'); pill.append(element('span', 'pill ' + a.status.toLowerCase().replace(/_/g, '-'), label(a.status)));
    var instances = element('td'); var ul = element('ul');
    batches(a.launched, '+', 'plus').concat(batches(a.removed, '−', 'minus')).forEach(function (li) { ul.append(li); }); instances.append(ul);
    var why = element('td'); why.append(element('div', '', a.cause)); a.notes.forEach(function (n) { why.append(element('div', 'note', n)); });
    tr.append(element('td', 'time', a.time), pill, element('td', '', label(a.trigger)), element('td', 'num', a.before === a.after ? String(a.before) : a.before + ' → ' + a.after), instances, why);
    return tr;
  }
  function list() {
    var text = filter.value.trim().toLowerCase();
    var found = data.activities.filter(function (a) { return (!status.value || a.status === status.value) && (!text || JSON.stringify(a).toLowerCase().indexOf(text) >= 0); });
    rows.replaceChildren.apply(rows, found.slice(0, shown).map(row));
    if (!found.length) { var tr = element('tr'); var td = element('td', 'empty', 'No activity matches.'); td.colSpan = 6; tr.append(td); rows.append(tr); }
    more.hidden = found.length <= shown;
    more.textContent = 'Show ' + Math.min(PAGE, found.length - shown) + ' more of ' + (found.length - shown);
  }
  filter.addEventListener('input', function () { shown = PAGE; list(); });
  status.addEventListener('change', function () { shown = PAGE; list(); });
  more.addEventListener('click', function () { shown += PAGE; list(); });

  list();
  theme(window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}());
