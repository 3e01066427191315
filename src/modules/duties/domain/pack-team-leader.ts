import type { PackPosition } from './pack.ts'

export const teamLeader: PackPosition = {
  position: 'MTL', reportsTo: ['STM', 'WSS'], worksWith: ['FDS'],
  duties: [
    {
      id: 'MTL-1.1', area: 'equipment', holder: 'each', when: 'day@close', watch: [],
      zh: '下班前清点工具设备，缺失次日上报，故障能修即修、不能即报',
      en: 'Before leaving count tools and equipment; missing tools reported next day; faults mended or reported at once',
      proof: [{ kind: 'check', zh: '工具清点', en: 'tool count' }, { kind: 'auto', zh: '缺失工具报告、故障报告', en: 'missing-tool report, fault report' }],
    },
    {
      id: 'MTL-1.2', area: 'inspections', holder: 'each', when: 'day@close', watch: [],
      zh: '下班前清扫归位工具车、工具架、油桶、翼子板垫、旧件盒；油桶不超过三分之二',
      en: 'Before leaving clean and put in place: tool cart, rack, oil drum, fender covers, old-part box; drum no fuller than two thirds',
      proof: [{ kind: 'check', zh: '班组 5S；油桶不超过三分之二', en: 'team 5S; oil drum <= 2/3' }],
    },
    {
      id: 'MTL-1.3', area: 'equipment', holder: 'each', when: 'day@open', watch: [],
      zh: '上班先复查设备并在点检表签字，整理仪容（工装、头发）',
      en: 'First thing check the equipment again and sign the check sheet; appearance in order (work clothes, hair)',
      proof: [{ kind: 'check', zh: '设备与仪容，签字', en: 'equipment and appearance, signed' }],
    },
    {
      id: 'MTL-1.4', area: 'quality', holder: 'position', when: 'always', watch: [],
      zh: '作业三不落地（工具、零件、油水），开盖铺翼子板垫、套四件套，防止弄脏客户车',
      en: "At work nothing touches the floor (tools, parts, fluids); fender covers as the bonnet opens, four-piece set on; keep the customer's car clean",
      proof: [{ kind: 'auto', zh: '抽查；整洁度评级', en: 'spot checks; cleanliness grade' }],
    },
  ],
}
