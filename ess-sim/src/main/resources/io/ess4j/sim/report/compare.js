(function () {
  'use strict';
  var page = window.essPage;
  var data = page.data;
  var meta = page.meta;
  var element = page.element;
  var format = page.format;
  var DASHES = ['solid', [7, 4], [2, 3], [10, 3, 2, 3]];

  function palette() { var c = page.colours; return [c.capacity, c.load, c.response, c.zones[1], c.zones[4], c.zones[3], c.zones[0], c.zones[5]]; }
  function series(contender, field, i) {
    var colour = palette()[i % 8];
    return { name: contender.name, type: 'line', showSymbol: false, color: colour, emphasis: { disabled: true },
      lineStyle: { width: 1.8, color: colour, type: DASHES[Math.floor(i / 2) % DASHES.length] },
      data: contender[field].map(function (v, k) { return [contender.x[k] * 1000, v]; }) };
  }
  function overlaid(aria, unit, digits, field, extra) {
    var o = page.base(aria, unit, digits, extra);
    o.series = data.contenders.map(function (c, i) { return series(c, field, i); });
    return o;
  }
  function load() {
    var o = overlaid(meta.aria.load, meta.loadUnit, 1, 'capacity', { slider: true });
    var first = data.contenders[0];
    o.series.unshift({ name: 'Load', type: 'line', showSymbol: false, silent: true, color: page.colours.muted, lineStyle: { width: 1, color: page.colours.muted }, areaStyle: { color: page.colours.muted, opacity: .18 },
      data: first.load.map(function (v, k) { return [first.x[k] * 1000, v]; }) });
    return o;
  }
  function cost() { return overlaid(meta.aria.cost, meta.currency, 2, 'cost'); }
  function response() {
    var o = overlaid(meta.aria.response, 'ms', 0, 'response');
    o.yAxis.type = 'log';
    o.yAxis.min = function (v) { return Math.max(1, Math.pow(10, Math.floor(Math.log10(Math.max(1, Math.min(v.min, meta.sloMillis)))))); };
    o.yAxis.max = function (v) { return Math.pow(10, Math.ceil(Math.log10(Math.max(v.max, meta.sloMillis) * 1.1))); };
    o.yAxis.axisLabel.formatter = function (v) { return format(v, 0); };
    o.series[0].markLine = { silent: true, symbol: 'none', data: [{ yAxis: meta.sloMillis }], lineStyle: { color: page.colours.bad, type: 'dashed', width: 1.4 }, label: { formatter: 'objective ' + format(meta.sloMillis, 0) + ' ms', position: 'insideStartTop', color: page.colours.bad, fontWeight: 600, backgroundColor: page.colours.surface, padding: [1, 4], borderRadius: 3 } };
    return o;
  }

  var head = document.getElementById('columns');
  function column(text, className) { var th = element('th', className, text); th.scope = 'col'; head.append(th); }
  column('Figure', '');
  data.contenders.forEach(function (c) { column(c.name, 'num'); });
  data.contenders.slice(1).forEach(function (c) { column(c.name + ' − ' + data.contenders[0].name, 'num'); });
  var equal = document.getElementById('equal');
  var rows = document.getElementById('rows');
  function row(f) {
    var tr = element('tr');
    var name = element('th', '', f.label + (f.unit ? ', ' + f.unit : '')); name.scope = 'row';
    tr.append(name);
    f.means.forEach(function (m) { tr.append(element('td', 'num', m)); });
    f.differences.forEach(function (d) {
      var td = element('td', 'num'); var mark = element('span', 'pill ' + ({ good: 'successful', bad: 'failed', plain: '' })[d.tone], d.text);
      if (d.tone !== 'plain') { mark.setAttribute('aria-label', d.text + ', ' + (d.tone === 'good' ? 'better' : 'worse')); }
      td.append(d.tone === 'plain' ? document.createTextNode(d.text) : mark); tr.append(td);
    });
    return tr;
  }
  function list() {
    var found = data.figures.filter(function (f) { return equal.checked || f.differences.some(function (d) { return d.tone !== 'plain'; }) || f.label === 'Cost' || f.label === 'Objective kept'; });
    rows.replaceChildren.apply(rows, found.map(row));
  }
  equal.addEventListener('change', list);
  list();
  data.partings.forEach(function (p) {
    var at = document.getElementById('partings');
    at.append(element('dt', '', p.names));
    p.lines.forEach(function (line) { at.append(element('dd', '', line)); });
  });
  page.draws({ 'chart-load': load, 'chart-cost': cost, 'chart-response': response });
}());
