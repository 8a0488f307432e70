(function () {
  'use strict';
  var page = window.essPage;
  var data = page.data;
  var meta = page.meta;
  var element = page.element;
  var format = page.format;
  var base = page.base;

  function pairs(values) { return values.map(function (v, i) { return [data.x[i] * 1000, v]; }); }
  function label(name) { var s = name.toLowerCase().replace(/_/g, ' '); return name === 'ON_DEMAND' ? 'On-demand' : s.charAt(0).toUpperCase() + s.slice(1); }

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
    o.series = band('load', s.load.least, s.load.greatest, page.colours.load).concat([
      line('Load', s.load.mean, page.colours.load),
      line('Capacity in service', s.capacity.mean, page.colours.capacity, { lineStyle: { width: 2, color: page.colours.capacity } })]);
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
      line('Mean', s.response.mean, page.colours.response),
      line('Slowest period', s.response.greatest, page.colours.capacity, { z: 1, lineStyle: { width: 1.2, color: page.colours.capacity },
        markLine: { silent: true, symbol: 'none', data: [{ yAxis: meta.sloMillis }], lineStyle: { color: page.colours.bad, type: 'dashed', width: 1.4 }, label: { formatter: 'objective ' + format(meta.sloMillis, 0) + ' ms', position: 'insideStartTop', color: page.colours.bad, fontWeight: 600, backgroundColor: page.colours.surface, padding: [1, 4], borderRadius: 3 } },
        markArea: { silent: true, itemStyle: { color: page.colours.bad, opacity: .2 }, data: areas } })];
    return o;
  }
  function zones() {
    var o = base(meta.aria.zones, 'instances', 1);
    o.series = stacked(data.series.zones, function (name, i) { return page.colours.zones[i % page.colours.zones.length]; });
    return o;
  }
  function options() {
    var o = base(meta.aria.options, 'instances', 1);
    o.series = stacked(data.series.options, function (name) { return page.colours.options[name]; });
    return o;
  }
  function cost() {
    var o = base(meta.aria.cost, meta.currency, 2);
    o.series = stacked(data.series.cost, function (name) { return page.colours.options[name]; });
    return o;
  }
  function utilisation() {
    var s = data.series;
    var o = base(meta.aria.utilisation, '%', 1);
    o.yAxis.max = 100;
    o.series = band('use', s.utilisation.least, s.utilisation.greatest, page.colours.load).concat([line('Mean', s.utilisation.mean, page.colours.load)]);
    o.legend.data = ['Mean'];
    return o;
  }

  var builders = { 'chart-load': load, 'chart-response': response, 'chart-zones': zones, 'chart-options': options, 'chart-cost': cost, 'chart-utilisation': utilisation };

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

  data.figures.forEach(function (f) {
    var tr = element('tr');
    var name = element('th', '', f.label); name.scope = 'row';
    tr.append(name, element('td', 'num', f.value || '–'), element('td', '', f.unit), element('td', 'code', f.name));
    document.getElementById('figures').append(tr);
  });
  list();
  page.draws(builders);
}());
