import type { NonEmptyTexts, Region } from './people-pools.ts'

/** Parts of invented company names; 80 × 48 combinations and a few that follow other rules. */
export const companyFirsts: NonEmptyTexts = [
  'Brightfold', 'Northpass', 'Larkspur', 'Ironwood', 'Silverbay', 'Candlewick', 'Fernhill', 'Redstone', 'Bluewater', 'Stonegate', 'Ashgrove', 'Clearbrook',
  'Kestrel', 'Heron', 'Juniper', 'Saltmarsh', 'Windrush', 'Copperline', 'Millbrook', 'Eastwharf', 'Tidewell', 'Marlin', 'Foxglove', 'Highmoor', 'Quayside',
  'Rowan', 'Slate & Sons', 'Tamarack', 'Umber', 'Vantage', 'Westerly', 'Yarrow', 'Zephyr', 'Anchor Point', 'Bellweather', 'Cobalt', 'Drumlin', 'Elmstead',
  'Fairlead', 'Granite Bay', 'Hawthorn', 'Islay', 'Jetty', 'Keystone', 'Lowland', 'Meridian', 'Nettle', 'Orchard', 'Pinecrest', 'Riverton', 'Sable',
  'Thornbury', 'Upland', 'Verdant', 'Whitecap', 'Bosun', 'Cardinal', 'Dovetail', 'Ember', 'Flagship', 'Gull Rock', 'Holloway', 'Inlet', 'Keel', 'Lantern',
  'Mainsail', 'Nightjar', 'Overland', 'Plover', 'Ridgeway', 'Sandpiper', 'Trellis', 'Union', 'Valley', 'Wharfedale', 'Crosswind', 'Brackwater', 'Harrier',
  'Leeward', 'Compass',
]

export const companySeconds: NonEmptyTexts = [
  'Logistics', 'Freight', 'Marine', 'Shipping', 'Couriers', 'Terminals', 'Cold Storage', 'Transport', 'Distribution', 'Haulage', 'Ferries', 'Towage',
  'Foods', 'Dental Group', 'Robotics', 'Energy', 'Water', 'Timber', 'Steel', 'Ceramics', 'Optics', 'Pharma', 'Seeds', 'Textiles', 'Breweries', 'Motors',
  'Aggregates', 'Packaging', 'Catering', 'Rentals', 'Field Services', 'Facilities', 'Waste Services', 'Airfreight', 'Labs', 'Instruments', 'Bakeries',
  'Fisheries', 'Shipyards', 'Chandlers', 'Crane Hire', 'Supply Co.', 'Partners', 'Holdings', 'Works', 'Systems', 'Group', 'Imports',
]

/** Companies with names of their own: accents, other scripts, right to left, quotes, commas, one very long. */
export const notableCompanies: readonly { readonly name: string; readonly domain: string; readonly region: Region }[] = [
  { name: 'Société Clairmont & Fils', domain: 'clairmont', region: 'france' },
  { name: 'Gebrüder Lüßmann Spedition GmbH', domain: 'luessmann-spedition', region: 'germany' },
  { name: 'Transportes Iñaki Muñoz, S.L.', domain: 'inaki-munoz', region: 'iberia' },
  { name: 'Århus Havneservice A/S', domain: 'aarhus-havneservice', region: 'nordics' },
  { name: 'さくら海運株式会社', domain: 'sakura-kaiun', region: 'japan' },
  { name: '株式会社 北浜物流', domain: 'kitahama', region: 'japan' },
  { name: 'شركة النخيل للشحن', domain: 'nakheel-shipping', region: 'arabia' },
  { name: 'מעגן לוגיסטיקה בע״מ', domain: 'maagan', region: 'israel' },
  { name: 'ТОВ «Північний шлях»', domain: 'pivnichnyi', region: 'east' },
  { name: 'Příbram Čerpadla s.r.o.', domain: 'pribram-cerpadla', region: 'east' },
  { name: 'Ναυτιλιακή Αιγαίου Α.Ε.', domain: 'aegean-nautical', region: 'greece' },
  { name: 'Kaveri Agro Exports', domain: 'kaveri-agro', region: 'india' },
  { name: 'Smith, Smith & “Sons”, Ltd.', domain: 'smith-smith-sons', region: 'uk' },
  { name: 'AT&T-Adjacent Towers <Holdings>', domain: 'adjacent-towers', region: 'us' },
  {
    name: 'The Worshipful Company of Lightermen, Bargees, Wharfingers and Allied Riverside Trades of the Lower Estuary (Trading) Limited',
    domain: 'lightermen', region: 'uk',
  },
  { name: 'Donaudampfschifffahrtsgesellschaftsbetriebsmittelverwaltung AG', domain: 'donaudampf', region: 'germany' },
]

/** Where companies are, and how their numbers look. The numbers lie in ranges kept free for fiction. */
export const regions: Readonly<Record<Region, { readonly country: string; readonly cities: NonEmptyTexts; readonly zone: number; readonly weight: number }>> = {
  us: { country: 'US', cities: ['Boston', 'Chicago', 'Denver', 'Houston', 'Oakland', 'Savannah', 'Tacoma'], zone: -5, weight: 38 },
  uk: { country: 'GB', cities: ['Bristol', 'Cardiff', 'Glasgow', 'Hull', 'Leeds', 'London'], zone: 0, weight: 18 },
  france: { country: 'FR', cities: ['Le Havre', 'Lyon', 'Marseille', 'Nantes'], zone: 1, weight: 7 },
  germany: { country: 'DE', cities: ['Bremen', 'Hamburg', 'Köln', 'München'], zone: 1, weight: 10 },
  iberia: { country: 'ES', cities: ['Barcelona', 'Bilbao', 'Lisboa', 'València'], zone: 1, weight: 6 },
  nordics: { country: 'SE', cities: ['Göteborg', 'Aarhus', 'Bergen', 'Turku'], zone: 1, weight: 5 },
  east: { country: 'PL', cities: ['Gdańsk', 'Praha', 'Constanța', 'Odesa'], zone: 2, weight: 5 },
  japan: { country: 'JP', cities: ['Kobe', 'Osaka', 'Yokohama'], zone: 9, weight: 3 },
  arabia: { country: 'AE', cities: ['Dubai', 'Abu Dhabi', 'Aqaba'], zone: 4, weight: 2 },
  israel: { country: 'IL', cities: ['Haifa', 'Ashdod'], zone: 2, weight: 1 },
  india: { country: 'IN', cities: ['Chennai', 'Kochi', 'Mumbai'], zone: 5.5, weight: 4 },
  greece: { country: 'GR', cities: ['Piraeus', 'Thessaloniki'], zone: 2, weight: 1 },
}

export const regionNames: readonly Region[] = ['us', 'uk', 'france', 'germany', 'iberia', 'nordics', 'east', 'japan', 'arabia', 'israel', 'india', 'greece']
