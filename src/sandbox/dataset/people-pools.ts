/** Invented people. Names repeat across the world's regions as they do in a real address book. */
export type NonEmptyTexts = readonly [string, ...string[]]

interface NamePool {
  readonly first: NonEmptyTexts
  readonly last: NonEmptyTexts
}

export type Region = 'us' | 'uk' | 'france' | 'germany' | 'iberia' | 'nordics' | 'east' | 'japan' | 'arabia' | 'israel' | 'india' | 'greece'

/** How contacts are called, by the region of their company. */
export const namePools: Readonly<Record<Region, NamePool>> = {
  us: {
    first: ['Maya', 'Jordan', 'Elena', 'Marcus', 'Tessa', 'Owen', 'Priya', 'Caleb', 'Nora', 'Isaac', 'Renee', 'Victor', 'Hannah', 'Luis', 'Grace', 'Dwight', 'Camille', 'Trevor', 'Aisha', 'Wyatt'],
    last: ['Whitfield', 'Navarro', 'Okonkwo', 'Brandt', 'Castellano', 'Hughes', 'Delacroix', 'Park', 'Sandoval', 'McBride', 'Larkin', 'Tran', 'Abernathy', 'Reyes', 'Kowalski', 'Lindqvist', 'Boyd', 'Chaudhry', 'O’Malley', 'Vance'],
  },
  uk: {
    first: ['Imogen', 'Callum', 'Freya', 'Rhys', 'Harriet', 'Alasdair', 'Poppy', 'Gareth', 'Niamh', 'Desmond', 'Beatrix', 'Hamish', 'Olivia', 'Kwame', 'Siobhán'],
    last: ['Ashworth', 'Pemberton', 'MacLeod', 'Hollis', 'Carrington', 'Llewellyn', 'Fairbairn', 'Thackeray', 'Adeyemi', 'Whitcombe', 'Ó Briain', 'Sutcliffe', 'Marlow', 'Prescott'],
  },
  france: {
    first: ['Zoé', 'Étienne', 'Margaux', 'Benoît', 'Chloé', 'Jérôme', 'Inès', 'Gaël', 'Océane', 'Rémi', 'Aurélie', 'François'],
    last: ['Lefèvre', 'Moreau', 'Gauthier', 'Bérard', 'Chevalier', 'Dufresne', 'Le Gall', 'Marchand', 'Pélissier', 'Rousseau', 'Vasseur'],
  },
  germany: {
    first: ['Anneliese', 'Jörg', 'Katharina', 'Matthias', 'Silke', 'Björn', 'Ulrike', 'Henrik', 'Lena', 'Tobias', 'Käthe', 'Moritz'],
    last: ['Vogel', 'Schäfer', 'Krüger', 'Lindemann', 'Weiß', 'Baumgärtner', 'Hoffmann', 'Jäger', 'Rothenburg', 'Zimmermann', 'Köhler'],
  },
  iberia: {
    first: ['Lucía', 'Iñigo', 'Carmen', 'João', 'Begoña', 'Tomás', 'Inês', 'Álvaro', 'Paloma', 'Rui', 'Núria', 'Gonçalo'],
    last: ['Ibáñez', 'Fonseca', 'Muñoz', 'Carvalho', 'Ferrer', 'Núñez', 'Magalhães', 'Quintana', 'Sequeira', 'Vidal', 'de la Peña'],
  },
  nordics: {
    first: ['Åsa', 'Søren', 'Ingrid', 'Magnus', 'Freja', 'Øyvind', 'Linnéa', 'Jussi', 'Sigrún', 'Lars', 'Päivi'],
    last: ['Åkesson', 'Mikkelsen', 'Bergström', 'Haugen', 'Lindholm', 'Sørensen', 'Virtanen', 'Jónsdóttir', 'Nygård', 'Dahl'],
  },
  east: {
    first: ['Łukasz', 'Agnieszka', 'Jiří', 'Zsófia', 'Miloš', 'Daria', 'Andrei', 'Kateřina', 'Žiga', 'Ștefan', 'Олена'],
    last: ['Wójcik', 'Nováková', 'Szabó', 'Petrović', 'Kovalenko', 'Ionescu', 'Dvořák', 'Jabłoński', 'Žukauskas', 'Horvat', 'Шевченко'],
  },
  japan: {
    first: ['Yuki', 'Haruto', 'Aiko', 'Kenji', 'Sakura', 'Ren', 'Michiko', '直樹', '美咲', '健太'],
    last: ['Tanaka', 'Watanabe', 'Kobayashi', 'Mori', 'Hayashi', 'Fujimoto', 'Ishikawa', '佐藤', '山本', '中村'],
  },
  arabia: {
    first: ['Layla', 'Omar', 'Fatima', 'Khalid', 'Noor', 'Yousef', 'Salma', 'ليلى', 'خالد', 'نور'],
    last: ['Al-Farsi', 'Haddad', 'Al-Mansoori', 'Khoury', 'Nasser', 'Al-Rashid', 'الحداد', 'النجار', 'المنصوري'],
  },
  israel: {
    first: ['Noa', 'Eitan', 'Tamar', 'Amit', 'Shira', 'Yonatan', 'נועה', 'איתן'],
    last: ['Ben-David', 'Shapira', 'Levy', 'Mizrahi', 'Peretz', 'כהן', 'לוי'],
  },
  india: {
    first: ['Ananya', 'Rohan', 'Kavya', 'Arjun', 'Meera', 'Vikram', 'Divya', 'Sanjay', 'Lakshmi', 'Farhan'],
    last: ['Iyer', 'Deshmukh', 'Raghavan', 'Bhattacharya', 'Kapoor', 'Menon', 'Chatterjee', 'Reddy', 'Qureshi', 'Singh'],
  },
  greece: {
    first: ['Eleni', 'Nikos', 'Katerina', 'Stavros', 'Δήμητρα', 'Γιώργος'],
    last: ['Papadopoulou', 'Karras', 'Vlachos', 'Stathopoulou', 'Οικονόμου', 'Νικολαΐδης'],
  },
}

export const jobTitles: NonEmptyTexts = [
  'Operations Director', 'Head of Logistics', 'Fleet Manager', 'VP Operations', 'Terminal Manager', 'Dispatch Lead', 'Procurement Manager', 'CFO',
  'IT Manager', 'Harbour Master', 'Supply Chain Analyst', 'Managing Director', 'Office Manager', 'Head of Digital', 'Planning Coordinator',
  'Customer Operations Lead', 'COO', 'Warehouse Supervisor', 'Commercial Director', 'Compliance Officer',
]
