const e=5442,t=[5442],n={99527:(e,t,n)=>{n.d(t,{V:()=>ascending});function ascending(e){return[...e].sort(([e],[t])=>e-t)}},25442:(e,t,n)=>{n.d(t,{writeCobertura:()=>writeCobertura});var r=n(82576),o=n(83521),c=n(99527);const s=6,a=10n**BigInt(s);function rateText({covered:e,total:t}){return e===t?"1":`0.${(BigInt(e)*a/BigInt(t)).toString().padStart(s,"0")}`.replace(/\.?0+$/,"")}const i=/[&<>"'\t\n\r]/g,l=/[^\P{Cc}\t\n\r\x7f-\x9f]|[\p{Cs}\ufffe\uffff]/gu;function xmlText(e){return e.replace(l,"�").replace(i,e=>`&#${e.charCodeAt(0)};`)}function*writeCobertura(e,t){yield`<?xml version="1.0" encoding="UTF-8"?>
`,yield`<!DOCTYPE coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd">
`,yield openCoverage(e.map(countWritten),t),yield`<sources><source>.</source></sources>
<packages>
`;for(const[t,n]of byFolder(e)){yield`<package name="${xmlText(t)}" ${rates(n.map(countWritten))}>
<classes>
`;for(const e of n)yield[...classLines(e)].join(`
`);yield`</classes>
</package>
`}yield`</packages>
</coverage>
`}function countWritten({lines:e,branches:t}){let n=0;for(const t of e.values())t>0&&n++;let c=r.jA;for(const[n,s]of t)e.has(n)&&(c=(0,r.c5)(c,(0,o.cr)(s)));return{lines:{covered:n,total:e.size},branches:c}}function sumOf(e){return{lines:e.map(({lines:e})=>e).reduce(r.c5,r.jA),branches:e.map(({branches:e})=>e).reduce(r.c5,r.jA)}}function openCoverage(e,{version:t,nowMs:n}){const{lines:r,branches:o}=sumOf(e),c=`lines-covered="${r.covered}" lines-valid="${r.total}" branches-covered="${o.covered}" branches-valid="${o.total}"`,s=`version="testwarden ${xmlText(t)}" timestamp="${Math.floor(n/1e3)}"`;return`<coverage ${rates(e)} ${c} ${s}>
`}function rates(e){const{lines:t,branches:n}=sumOf(e);return`line-rate="${rateText(t)}" branch-rate="${rateText(n)}" complexity="0"`}function byFolder(e){const t=new Map;for(const n of e){const e=n.path.slice(0,Math.max(0,n.path.lastIndexOf("/"))),r=t.get(e);r===void 0?t.set(e,[n]):r.push(n)}return t}function*classLines(e){const t=e.path.slice(e.path.lastIndexOf("/")+1);yield`<class name="${xmlText(t)}" filename="${xmlText(e.path)}" ${rates([countWritten(e)])}>`,yield`<methods/>
<lines>`;for(const[t,n]of(0,c.V)(e.lines))yield lineElement({line:t,hits:n,branch:e.branches.get(t)});yield`</lines>
</class>
`}function lineElement({line:e,hits:t,branch:n}){if(n===void 0)return`<line number="${e}" hits="${t}" branch="false"/>`;const{covered:r,total:c}=(0,o.cr)(n),s=c===0?0:Math.floor(100*r/c);return`<line number="${e}" hits="${t}" branch="true" condition-coverage="${s}% (${r}/${c})"/>`}}};export{e as id,t as ids,n as modules};