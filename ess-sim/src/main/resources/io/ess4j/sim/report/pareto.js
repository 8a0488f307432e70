(function () {
  'use strict';
  var page = window.essPage;
  var data = page.data;
  var meta = page.meta;
  var element = page.element;
  var format = page.format;
  var PAGE = 100;

  document.getElementById('pareto-title').textContent = meta.up.label + ' against ' + meta.along.label.toLowerCase();

  function point(v) { return { value: [v.along, v.up], name: v.label }; }
  function bars(colour) {
    return data.variants.map(function (v) { return [v.along, v.up, v.alongWidth || 0, v.upWidth || 0]; }).filter(function (b) { return b[2] > 0 || b[3] > 0; });
  }
  function pareto() {
    var c = page.colours;
    var o = page.base(meta.aria, meta.up.unit, 2, {});
    delete o.dataZoom;
    o.grid.top = 56;
    o.grid.bottom = 46;
    o.xAxis = { type: 'value', scale: true, name: meta.along.label + (meta.along.unit ? ' in ' + meta.along.unit : ''), max: meta.along.unit === '%' ? function (v) { return v.max >= 99 ? 100 : null; } : null, nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: c.muted }, axisLabel: { color: c.muted }, axisLine: { lineStyle: { color: c.line } }, splitLine: { lineStyle: { color: c.line, type: [3, 4] } } };
    o.yAxis.min = null;
    o.yAxis.scale = true;
    o.dataZoom = [{ type: 'inside', xAxisIndex: 0, filterMode: 'none' }, { type: 'inside', yAxisIndex: 0, filterMode: 'none' }];
    o.tooltip.trigger = 'item';
    o.tooltip.formatter = function (item) {
      var box = element('div');
      box.append(element('strong', '', item.name), element('div', '', meta.up.label + ' ' + format(item.value[1], 2) + ' ' + meta.up.unit), element('div', '', meta.along.label + ' ' + format(item.value[0], 2) + ' ' + meta.along.unit));
      box.style.maxWidth = '420px'; box.style.whiteSpace = 'normal';
      return box;
    };
    var front = data.variants.filter(function (v) { return v.front; }).sort(function (a, b) { return a.along - b.along; });
    o.legend.itemGap = 22;
    o.legend.data = ['Not beaten', 'Beaten in both figures'];
    o.series = [
      { name: 'interval', type: 'custom', silent: true, clip: true, z: 1, data: bars(), renderItem: function (params, api) {
        var x = api.value(0), y = api.value(1), w = api.value(2), h = api.value(3);
        var style = { stroke: c.muted, lineWidth: 1, opacity: .55 };
        var l = api.coord([x - w, y]), r = api.coord([x + w, y]), t = api.coord([x, y + h]), b = api.coord([x, y - h]);
        return { type: 'group', children: [{ type: 'line', shape: { x1: l[0], y1: l[1], x2: r[0], y2: r[1] }, style: style }, { type: 'line', shape: { x1: t[0], y1: t[1], x2: b[0], y2: b[1] }, style: style }] };
      } },
      { name: 'Beaten in both figures', type: 'scatter', symbolSize: 8, z: 2, color: c.muted, data: data.variants.filter(function (v) { return !v.front; }).map(point) },
      { name: 'front', type: 'line', step: false, showSymbol: false, silent: true, z: 2, color: c.load, lineStyle: { width: 1.6, type: 'dashed', color: c.load }, data: front.map(point) },
      { name: 'Not beaten', type: 'scatter', symbolSize: 12, z: 3, color: c.load, data: front.map(point) }];
    return o;
  }

  var columns = document.getElementById('columns');
  data.axes.concat(['']).slice(0, data.axes.length).forEach(function (a) { var th = element('th', '', a); th.scope = 'col'; columns.append(th); });
  data.columns.forEach(function (c) { var th = element('th', 'num', c.label + (c.unit ? ', ' + c.unit : '')); th.scope = 'col'; columns.append(th); });
  var rows = document.getElementById('rows');
  var filter = document.getElementById('filter');
  var more = document.getElementById('more');
  var shown = PAGE;
  document.getElementById('variants-note').textContent = meta.note;
  function row(v) {
    var tr = element('tr', v.front ? 'front' : '');
    v.values.forEach(function (value) { tr.append(element('td', '', value)); });
    v.figures.forEach(function (f) { tr.append(element('td', 'num', f)); });
    return tr;
  }
  function list() {
    var text = filter.value.trim().toLowerCase();
    var found = data.variants.filter(function (v) { return !text || v.label.toLowerCase().indexOf(text) >= 0; });
    rows.replaceChildren.apply(rows, found.slice(0, shown).map(row));
    more.hidden = found.length <= shown;
    more.textContent = 'Show ' + Math.min(PAGE, found.length - shown) + ' more of ' + (found.length - shown);
  }
  filter.addEventListener('input', function () { shown = PAGE; list(); });
  more.addEventListener('click', function () { shown += PAGE; list(); });
  list();
  page.draws({ 'chart-pareto': pareto });
}());
